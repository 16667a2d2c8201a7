import { z } from "zod";
import { evidenceSummarySchema } from "../evidence/evidence-summary.ts";
import { storableTextSchema } from "../database/storable-text.ts";

const IMPLEMENTATION_ORIGINS = ["imported", "typed", "blueprint", "model"] as const;

/** Longest source of an implementation, in UTF-8 bytes. */
export const MAX_SOURCE_BYTES = 20_000;

export const addImplementationSchema = z.strictObject({
  /** Python that defines the function of the IR's signature. */
  source: storableTextSchema
    .refine((source) => source.trim() !== "", { error: "is empty" })
    .refine((source) => new TextEncoder().encode(source).length <= MAX_SOURCE_BYTES, {
      error: "has more than 20 kB",
    }),
});
export type AddImplementation = z.infer<typeof addImplementationSchema>;

/** A reference implementation of a prompt; all samples of the prompt share it. */
export const implementationSchema = z.object({
  id: z.uuid(),
  origin: z.enum(IMPLEMENTATION_ORIGINS),
  source: z.string(),
  createdAt: z.iso.datetime(),
  /** Null when no person wrote it. */
  author: z.string().nullable(),
  byMe: z.boolean(),
});
export type Implementation = z.infer<typeof implementationSchema>;

/** Everything that a run needs beside the prompt and the IR. All texts are Python expressions. */
export const sampleEvidenceSchema = z.object({
  implementations: z.array(implementationSchema),
  /** One list of arguments each, as they came with the prompt. */
  storedInputs: z.array(z.array(z.string())),
  benchmarkCases: z.array(z.object({ arguments: z.array(z.string()), expected: z.string() })),
  /** Null until the server has run the current IR with these implementations. */
  server: evidenceSummarySchema.extend({ ranAt: z.iso.datetime() }).nullable(),
});
export type SampleEvidence = z.infer<typeof sampleEvidenceSchema>;
