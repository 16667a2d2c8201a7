import { z } from "zod";

export const candidateSchema = z.object({
  id: z.uuid(),
  slot: z.int(),
  turn: z.int(),
  raw: z.string(),
  isSchemaValid: z.boolean(),
  errorCount: z.int(),
  warningCount: z.int(),
  infoCount: z.int(),
  /** 0 to 1, higher is better. */
  score: z.number(),
  reasons: z.array(z.object({ text: z.string(), weight: z.number() })),
  isChosen: z.boolean(),
  model: z.string().nullable(),
  costUsd: z.number().nullable(),
});
/** All candidates of the item that a sample came from, the chosen one first. */
export const sampleCandidatesSchema = z.object({
  runId: z.uuid().nullable(),
  provider: z.string().nullable(),
  model: z.string().nullable(),
  promptVersion: z.string().nullable(),
  candidates: z.array(candidateSchema),
});
export type Candidate = z.infer<typeof candidateSchema>;
export type SampleCandidates = z.infer<typeof sampleCandidatesSchema>;
