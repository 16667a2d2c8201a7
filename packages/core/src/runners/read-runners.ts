import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { type Runner, runnerSchema } from "./runner.schema.ts";
import { RUNNER_LEASE_SECONDS } from "./runner-protocol.schema.ts";

/** Runners, newest first, the revoked ones too; one of them when an id is given. */
export async function readRunners(db: DatabaseOrTransaction, id?: string): Promise<Runner[]> {
  const rows = await db.runner.findMany({
    ...(id === undefined ? {} : { where: { id } }),
    orderBy: { id: "desc" },
    include: {
      tasks: {
        where: { state: "running" },
        orderBy: { startedAt: "desc" },
        take: 1,
        select: {
          kind: true,
          training: { select: { id: true, number: true } },
          evaluation: { select: { id: true, number: true } },
        },
      },
    },
  });
  const now = Date.now();
  return rows.map(({ tasks: [task], revokedAt, ...row }) =>
    runnerSchema.parse({
      ...row,
      registeredAt: row.registeredAt?.toISOString() ?? null,
      lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      isRevoked: revokedAt !== null,
      isOnline:
        revokedAt === null &&
        row.lastSeenAt !== null &&
        now - row.lastSeenAt.getTime() < RUNNER_LEASE_SECONDS * 1_000,
      task:
        task === undefined
          ? null
          : {
              kind: task.kind,
              trainingRunId: task.training?.id ?? null,
              evaluationId: task.evaluation?.id ?? null,
              number: task.training?.number ?? task.evaluation?.number ?? 0,
            },
    }),
  );
}
