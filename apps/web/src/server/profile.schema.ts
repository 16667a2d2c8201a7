import { ROLES } from "@foundry/core/people/people.schema";
import { z } from "zod";

/** What people see of themselves. */
export const profileSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
});
export type Profile = z.infer<typeof profileSchema>;

/** The answer to everything that opens a session; the session itself is a cookie. */
export const signedInSchema = z.object({ user: profileSchema });
