import { z } from "zod";
import { IMPORT_STATES } from "../imports/import.schema.ts";

const stateCountsSchema = z.object({
  pending: z.int(),
  accepted: z.int(),
  corrected: z.int(),
  rejected: z.int(),
});
export type StateCounts = z.infer<typeof stateCountsSchema>;

/** The pipeline as it stands. */
export const overviewSchema = z.object({
  /** Without the archived ones, here and below. */
  prompts: z.int(),
  /** Prompts that have no IR, so that there is nothing to review yet. */
  promptsWithoutIr: z.int(),
  samples: stateCountsSchema,
  /** Most samples first; null for samples without a category. */
  categories: z.array(stateCountsSchema.extend({ category: z.string().nullable() })),
  /** The five newest, newest first. */
  lastImports: z.array(
    z.object({
      id: z.uuid(),
      fileName: z.string(),
      state: z.enum(IMPORT_STATES),
      sampleCount: z.int(),
      badCount: z.int(),
      createdAt: z.iso.datetime(),
    }),
  ),
  /** Verdicts that stand, person by person, most first; null unless an admin asks. */
  reviewers: z
    .array(
      z.object({
        userId: z.string(),
        name: z.string(),
        accepted: z.int(),
        corrected: z.int(),
        rejected: z.int(),
      }),
    )
    .nullable(),
  /** What was made of the corpus; null unless an admin asks. */
  made: z
    .object({
      datasets: z.int(),
      /** Samples of the newest dataset. */
      newestDatasetSamples: z.int(),
      trainings: z.int(),
      trainingsUnderWay: z.int(),
      adapters: z.int(),
      /** Those that are scored. */
      evaluations: z.int(),
      evaluationsUnderWay: z.int(),
    })
    .nullable(),
  /** Standing verdicts of the last seven days, today included, oldest first. Days are UTC. */
  verdictsLast7Days: z.array(
    z.object({
      day: z.iso.date(),
      accepted: z.int(),
      corrected: z.int(),
      rejected: z.int(),
      skipped: z.int(),
    }),
  ),
});
export type Overview = z.infer<typeof overviewSchema>;
