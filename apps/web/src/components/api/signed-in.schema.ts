import { z } from "zod";

/** What this side reads of the answer to everything that opens a session. */
export const signedInSchema = z.object({ user: z.object({ id: z.string() }) });
