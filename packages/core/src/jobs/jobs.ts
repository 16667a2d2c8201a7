import { z } from "zod";
import { defineJob } from "./define-job.ts";

/** Every job in the product. */
export const jobs = {
  importFile: defineJob({ payload: z.object({ importId: z.uuid() }), maxAttempts: 5 }),
  generatePrompts: defineJob({ payload: z.object({ runId: z.uuid() }), maxAttempts: 5 }),
  /** Checks every IR that the checks of this version have not seen; `isAgain`: the others too. */
  checkIrs: defineJob({ payload: z.object({ isAgain: z.boolean() }), maxAttempts: 8 }),
  /** Spoils good IRs on purpose and counts what the checks catch. */
  measureRecall: defineJob({ payload: z.object({}), maxAttempts: 5 }),
  /** Runs IRs against the implementations of their prompts, in the worker's sandbox. */
  gatherEvidence: defineJob({ payload: z.object({}), maxAttempts: 8 }),
  /** Drives a generation run for some minutes; `driver` counts from 0 and has its share of the run. */
  generateIrs: defineJob({
    payload: z.object({ runId: z.uuid(), driver: z.int().min(0) }),
    maxAttempts: 10,
    lane: "llm",
  }),
  /** Tries the key of a provider: `anthropic`, or the id of an endpoint. */
  checkProvider: defineJob({ payload: z.object({ subject: z.string() }), maxAttempts: 3 }),
  /** Scores what the models of an evaluation wrote, once its runner is done. */
  scoreEvaluation: defineJob({ payload: z.object({ evaluationId: z.uuid() }), maxAttempts: 3 }),
};

export type Jobs = typeof jobs;
