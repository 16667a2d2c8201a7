import { z } from "zod";

export const signInSchema = z.strictObject({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(128),
});
export type SignIn = z.infer<typeof signInSchema>;

export const startSingleSignOnSchema = z.strictObject({
  /** A path of the studio to come back to. */
  returnTo: z
    .string()
    .max(2_000)
    .regex(/^\/(?![/\\])/, "must be a path of the studio")
    .default("/"),
});
