import type { Database, RunnerEvent } from "@foundry/prisma/client";

/** A place among the events of a task. */
export interface EventPlace {
  attempt: number;
  seq: number;
}

/**
 * The next events of a task in their order.
 * @param after place to go on behind; null: from the start
 */
export function pageTaskEvents(
  db: Database,
  taskId: string,
  after: EventPlace | null,
  limit: number,
): Promise<RunnerEvent[]> {
  return db.runnerEvent.findMany({
    where: {
      taskId,
      ...(after === null
        ? {}
        : {
            OR: [
              { attempt: { gt: after.attempt } },
              { attempt: after.attempt, seq: { gt: after.seq } },
            ],
          }),
    },
    orderBy: [{ attempt: "asc" }, { seq: "asc" }],
    take: limit,
  });
}
