import type { Prisma } from "@foundry/prisma/client";
import type { z } from "zod";
import type { JobCatalogue, JobLane } from "./define-job.ts";
import type { JobContext } from "./job-context.ts";
import type { JobFailureHandlers, JobHandlers } from "./job-handlers.ts";

/** One job of this build with everything that happens to it. */
export interface RegisteredJob {
  payload: z.ZodType;
  lane: JobLane;
  run(payload: unknown, context: JobContext): Promise<void>;
  onFailed(tx: Prisma.TransactionClient, payload: unknown, error: string): Promise<void>;
}

export type JobRegistry = ReadonlyMap<string, RegisteredJob>;

/** Joins a catalogue with its handlers, behind types that no longer depend on the job's name. */
export function registerJobs<Catalogue extends JobCatalogue>(
  catalogue: Catalogue,
  handlers: JobHandlers<Catalogue>,
  failureHandlers: JobFailureHandlers<Catalogue> = {},
): JobRegistry {
  return new Map(
    Object.entries(catalogue).map(([name, definition]) => [
      name,
      {
        payload: definition.payload,
        lane: definition.lane ?? "main",
        // Sound because payloads reach both functions only after `payload` above parsed them.
        run: handlers[name] as RegisteredJob["run"],
        onFailed: failureHandlers[name] ?? doNothing,
      },
    ]),
  );
}

async function doNothing() {}
