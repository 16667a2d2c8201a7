import type { Database } from "@foundry/prisma/client";
import type { JobContext } from "../../jobs/job-context.ts";
import { logger } from "../../logger.ts";

/**
 * What a worker gives to a handler. The fence holds as long as the job is not cancelled.
 * @param onFence called inside every transaction with how many there were before
 */
export function makeJobContext(
  db: Database,
  options: { signal?: AbortSignal; onFence?: (count: number) => void | Promise<void> } = {},
): JobContext {
  let fenceCount = 0;
  return {
    db,
    jobId: "01900000-0000-7000-8000-000000000000",
    attempt: 1,
    leaseToken: 1,
    logger: logger.child({}, { level: "silent" }),
    stopping: new AbortController().signal,
    signal: options.signal ?? new AbortController().signal,
    async fence(tx) {
      await tx.$executeRaw`SELECT FROM job FOR UPDATE`;
      await options.onFence?.(fenceCount++);
    },
  };
}
