import type { Prisma } from "@foundry/prisma/client";
import type { JobCatalogue, JobPayload } from "./define-job.ts";
import type { JobContext } from "./job-context.ts";

/**
 * The work of every job of a catalogue. A handler may run more than once for one job, so each of its
 * effects is safe to repeat and happens in a transaction that begins with `context.fence`.
 */
export type JobHandlers<Catalogue extends JobCatalogue> = {
  [Name in keyof Catalogue]: (
    payload: JobPayload<Catalogue, Name>,
    context: JobContext,
  ) => Promise<void>;
};

/**
 * What else to write when a job has failed for good, in the transaction that says so. This is the
 * only place that also learns of jobs that ended because they killed their worker.
 */
export type JobFailureHandlers<Catalogue extends JobCatalogue> = {
  [Name in keyof Catalogue]?: (
    tx: Prisma.TransactionClient,
    payload: JobPayload<Catalogue, Name>,
    error: string,
  ) => Promise<void>;
};
