import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Every job in the product. */
export const jobs = {
  importFile: defineJob({ payload: z.object({ importId: z.uuid() }), maxAttempts: 5 }),
};

export type Jobs = typeof jobs;
