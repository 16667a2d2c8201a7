import { z } from "zod";
import { ITEM_FAILURES } from "../generation.schema.ts";

/** How many items of a run failed of one cause, and what one of them says. */
export const itemFailureCountSchema = z.object({
  failure: z.enum(ITEM_FAILURES),
  count: z.int(),
  example: z.string().nullable(),
});
export type ItemFailureCount = z.infer<typeof itemFailureCountSchema>;
