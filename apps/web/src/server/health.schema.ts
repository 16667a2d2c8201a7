import { z } from "zod";

const partSchema = z.object({ status: z.enum(["ok", "down"]) });

export const healthSchema = z.object({
  status: z.enum(["ok", "down"]),
  database: partSchema,
  queue: partSchema.extend({ backend: z.enum(["postgres", "redis"]) }),
  version: z.string(),
});
export type Health = z.infer<typeof healthSchema>;
