import type { Prisma } from "@foundry/prisma/client";
import type { JobCatalogue, JobPayload } from "./define-job.ts";
import { writeOutbox } from "./write-outbox.ts";

/**
 * Orders a job as part of the caller's transaction: it runs when that commits, and never if it
 * rolls back.
 *
 * @param options.delayMs it starts no sooner than so many milliseconds from now
 * @param options.dedupeKey while a job with this key is unfinished, no second one is made
 * @returns the id of the new job, or of the unfinished one with the same key
 */
export async function enqueueJob<
  Catalogue extends JobCatalogue,
  Name extends keyof Catalogue & string,
>(
  tx: Prisma.TransactionClient,
  catalogue: Catalogue,
  name: Name,
  payload: JobPayload<Catalogue, Name>,
  options: { dedupeKey?: string; delayMs?: number } = {},
): Promise<string> {
  const definition = catalogue[name];
  if (definition === undefined) throw new Error(`no job is called ${name}`);
  const data = {
    name,
    payload: definition.payload.parse(payload) as Prisma.InputJsonObject,
    maxAttempts: definition.maxAttempts,
    dedupeKey: options.dedupeKey ?? null,
    ...(options.delayMs && { runAfter: new Date(Date.now() + options.delayMs) }),
  };
  for (;;) {
    const [created] = await tx.job.createManyAndReturn({
      data: [data],
      skipDuplicates: true,
      select: { id: true },
    });
    if (created) {
      await writeOutbox(tx, [created.id]);
      return created.id;
    }
    // The unfinished job may finish between the two statements: then there is room for a new one.
    const unfinished = await tx.job.findFirst({
      where: { dedupeKey: data.dedupeKey, state: { in: ["ready", "running"] } },
      select: { id: true },
    });
    if (unfinished) return unfinished.id;
  }
}
