import type { Database, Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { publishEvent } from "../events/publish-event.ts";
import type { RunnerIdentity } from "./find-runner.ts";
import { lockHeldTask } from "./lock-held-task.ts";
import { readTaskProgress } from "./read-task-progress.ts";
import {
  type RecordEvents,
  RUNNER_LEASE_SECONDS,
  type RunnerEventInput,
} from "./runner-protocol.schema.ts";
import { EventGapError } from "./event-gap-error.ts";

/**
 * Keeps what a runner tells of its task, each event once however often it is sent, and none behind
 * a gap. Events are a sign of life, so they prolong the lease.
 *
 * @throws DomainError `conflict` with reason `lease_lost`, EventGapError
 */
export async function recordTaskEvents(
  db: Database,
  runner: RunnerIdentity,
  taskId: string,
  { events, ...held }: RecordEvents,
): Promise<{ lastSeq: number }> {
  return inTransaction(db, async (tx) => {
    const { lastSeq, attempt } = await lockHeldTask(tx, runner, taskId, held);
    const fresh = takeNext(events, lastSeq);
    const last = fresh.at(-1);
    if (last === undefined) return { lastSeq };
    await tx.runnerEvent.createMany({
      data: fresh.map(({ seq, ts, type, data }) => ({
        taskId,
        attempt,
        seq,
        type,
        at: new Date(ts),
        data: data as Prisma.InputJsonObject,
      })),
    });
    await tx.runnerTask.update({
      where: { id: taskId },
      data: { lastSeq: last.seq, lastEventAt: new Date(last.ts), ...readTaskProgress(fresh) },
    });
    await tx.$executeRaw`
      UPDATE runner_task
      SET lease_expires_at = now() + make_interval(secs => ${RUNNER_LEASE_SECONDS})
      WHERE id = ${taskId}::uuid`;
    await publishEvent(tx, { topic: "runner-task", id: taskId });
    return { lastSeq: last.seq };
  });
}

/**
 * The events that follow on `lastSeq` without a gap.
 * @throws EventGapError when one of them is missing
 */
function takeNext(events: readonly RunnerEventInput[], lastSeq: number): RunnerEventInput[] {
  const next: RunnerEventInput[] = [];
  for (const event of events.toSorted((left, right) => left.seq - right.seq)) {
    const expected = (next.at(-1)?.seq ?? lastSeq) + 1;
    if (event.seq > expected) throw new EventGapError(expected);
    if (event.seq === expected) next.push(event);
  }
  return next;
}
