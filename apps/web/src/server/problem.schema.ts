import { z } from "zod";

/** The body of every answer that is not a success (RFC 9457 with five fields more). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z
      .string()
      .meta({ description: "For people: what happened, what was kept, what to do." }),
    reason: z.string().meta({ description: "For programs: stable, for example lease_lost." }),
    problems: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .meta({ description: "Each bad value, with a JSON Pointer." }),
    expectedSeq: z
      .int()
      .optional()
      .meta({ description: "With event_gap: the number of the event to go on with." }),
    requestId: z.string().meta({ description: "Finds the request in the server's log." }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;
