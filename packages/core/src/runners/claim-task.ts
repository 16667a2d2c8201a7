import type { Database } from "@foundry/prisma/client";
import type { RunnerIdentity } from "./find-runner.ts";
import { RUNNER_LEASE_SECONDS } from "./runner-protocol.schema.ts";

export interface ClaimedTask {
  id: string;
  kind: "train" | "evaluate";
  attempt: number;
  leaseToken: number;
  config: Record<string, unknown>;
  configSha256: string;
}

/**
 * Gives the oldest waiting task that fits the runner's machine to it, in one statement: concurrent
 * runners pass over each other's rows, so none waits and none gets a task that another got. Counts
 * an attempt and raises the fencing token. Only the database's clock counts.
 *
 * @returns null when nothing waits that fits
 */
export async function claimTask(
  db: Database,
  { runnerId }: RunnerIdentity,
): Promise<ClaimedTask | null> {
  const [task] = await db.$queryRaw<ClaimedTask[]>`
    WITH chosen AS MATERIALIZED (
      SELECT t.id FROM runner_task t
      WHERE t.state = 'waiting'
        AND coalesce((t.config #>> '{hardware,min_vram_gib}')::float, 0) <= (
          SELECT coalesce((r.hardware #>> '{gpu,vram_gib}')::float, 0)
          FROM runner r WHERE r.id = ${runnerId}::uuid AND r.revoked_at IS NULL
        )
      ORDER BY t.created_at, t.id
      LIMIT 1
      FOR UPDATE OF t SKIP LOCKED
    )
    UPDATE runner_task t
    SET state = 'running',
        runner_id = ${runnerId}::uuid,
        attempt = t.attempt + 1,
        lease_token = t.lease_token + 1,
        lease_expires_at = now() + make_interval(secs => ${RUNNER_LEASE_SECONDS}),
        started_at = coalesce(t.started_at, now()),
        last_seq = 0, last_event_at = NULL, phase = NULL, progress = NULL,
        error = NULL, report = NULL
    FROM chosen
    WHERE t.id = chosen.id
    RETURNING t.id::text, t.kind::text, t.attempt, t.lease_token AS "leaseToken", t.config,
      t.config_sha256 AS "configSha256"`;
  return task ?? null;
}
