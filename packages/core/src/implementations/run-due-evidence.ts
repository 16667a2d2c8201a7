import { checkIr } from "../checks/check-ir.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { publishEvent } from "../events/publish-event.ts";
import { buildEvidenceRequest } from "../evidence/build-request.ts";
import type { EvidenceReport } from "../evidence/evidence-report.ts";
import type { EvidenceEvent } from "../evidence/evidence.schema.ts";
import { runEvidence } from "../evidence/server/run-in-sandbox.ts";
import type { UsableSandbox } from "../evidence/server/sandbox.ts";
import { summariseEvidence } from "../evidence/summarise-evidence.ts";
import type { JobContext } from "../jobs/job-context.ts";
import { closeSweep } from "../jobs/order-sweep.ts";
import { type DueEvidence, readDueEvidence } from "./read-due-evidence.ts";
import { readImplementations } from "./read-implementations.ts";
import { readRunMaterial } from "./read-run-material.ts";
import { writeEvidence } from "./write-evidence.ts";

/**
 * The work of the job `gatherEvidence`: runs, one after the other, the current IRs whose prompt has
 * an implementation that they were not run with. Each result is stored by itself, so a run that was
 * killed anywhere is continued by the next one.
 *
 * @throws Error when some could not be run; all others have been by then
 */
export async function runDueEvidence(sandbox: UsableSandbox, context: JobContext): Promise<void> {
  await sweep(sandbox, context);
  await closeSweep(context);
  const failedCount = await sweep(sandbox, context);
  if (failedCount > 0) throw new Error(`${failedCount} IRs could not be run; see the log`);
}

/** @returns how many could not be run */
async function sweep(sandbox: UsableSandbox, context: JobContext): Promise<number> {
  let failedCount = 0;
  for (let after = 0; ;) {
    context.signal.throwIfAborted();
    const due = await readDueEvidence(context.db, after);
    if (due === null) return failedCount;
    after = due.sampleId;
    try {
      await gather(sandbox, context, due);
    } catch (error) {
      context.signal.throwIfAborted();
      // One IR that cannot be run must not keep the others from it.
      context.logger.error({ err: error, irId: due.irId }, "an IR could not be run");
      failedCount += 1;
    }
  }
}

async function gather(
  sandbox: UsableSandbox,
  context: JobContext,
  due: DueEvidence,
): Promise<void> {
  const report = await run(sandbox, context, due);
  await inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    await writeEvidence(tx, due, report);
    await publishEvent(tx, { topic: "checks", id: "all" });
  });
}

/** Null when the IR cannot be read after all, so that there is nothing to run. */
async function run(
  sandbox: UsableSandbox,
  { db, signal }: JobContext,
  { promptId, prompt, raw }: DueEvidence,
): Promise<EvidenceReport | null> {
  const { ir } = checkIr(prompt, raw);
  if (ir === null) return null;
  const [implementations, material] = await Promise.all([
    readImplementations(db, promptId, null),
    readRunMaterial(db, promptId),
  ]);
  const request = buildEvidenceRequest({
    prompt,
    ir,
    implementations: implementations.map(({ id, source }) => ({ id, source })),
    ...material,
  });
  const events: EvidenceEvent[] = [];
  for await (const event of runEvidence(sandbox, request, signal)) events.push(event);
  return summariseEvidence(request, events);
}
