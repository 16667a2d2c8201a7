import type { Prisma } from "@foundry/prisma/client";
import { recordAudit } from "../database/audit.ts";
import { publishEvent } from "../events/publish-event.ts";
import { enqueueJob } from "../jobs/enqueue.ts";
import { jobs } from "../jobs/jobs.ts";

/** Orders the work of a run in the transaction that makes it due. */
export async function orderPromptRunJob(
  tx: Prisma.TransactionClient,
  runId: string,
  { actorId, action }: { actorId: string; action: "prompt_run.started" | "prompt_run.retried" },
): Promise<void> {
  const dedupeKey = `prompt-run:${runId}`;
  const jobId = await enqueueJob(tx, jobs, "generatePrompts", { runId }, { dedupeKey });
  await tx.promptRun.update({ where: { id: runId }, data: { jobId } });
  await recordAudit(tx, { actorId, action, subjectType: "prompt_run", subjectId: runId });
  await publishEvent(tx, { topic: "prompt-run", id: runId });
}
