import type { Prisma } from "@foundry/prisma/client";
import { enqueueJob } from "../../jobs/enqueue.ts";
import { jobs } from "../../jobs/jobs.ts";

/**
 * Orders a try of a provider by a worker, which alone reads keys.
 * @param subject `anthropic`, or the id of an endpoint
 */
export async function orderProviderCheck(
  tx: Prisma.TransactionClient,
  subject: string,
): Promise<void> {
  await enqueueJob(tx, jobs, "checkProvider", { subject }, { dedupeKey: checkDedupeKey(subject) });
}

/** While a job with this key is unfinished, the provider is being checked. */
export function checkDedupeKey(subject: string): string {
  return `check-provider:${subject}`;
}
