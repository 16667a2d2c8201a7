import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { RUNNER_LEASE_SECONDS } from "./runner-protocol.schema.ts";

/** Why no runner takes a waiting task, in words; null when one that is free and fits is there. */
export async function explainWaiting(
  db: DatabaseOrTransaction,
  taskId: string,
): Promise<string | null> {
  const [counts] = await db.$queryRaw<{ online: number; fitting: number; free: number }[]>`
    SELECT count(*)::int AS online,
      count(*) FILTER (WHERE fits)::int AS fitting,
      count(*) FILTER (WHERE fits AND NOT is_busy)::int AS free
    FROM (
      SELECT
        coalesce((t.config #>> '{hardware,min_vram_gib}')::float, 0)
          <= coalesce((r.hardware #>> '{gpu,vram_gib}')::float, 0) AS fits,
        EXISTS (
          SELECT FROM runner_task other WHERE other.runner_id = r.id AND other.state = 'running'
        ) AS is_busy
      FROM runner_task t, runner r
      WHERE t.id = ${taskId}::uuid AND r.revoked_at IS NULL
        AND r.last_seen_at > now() - make_interval(secs => ${RUNNER_LEASE_SECONDS})
    ) AS runners`;
  if (counts === undefined || counts.online === 0) return "No runner is connected.";
  if (counts.fitting === 0)
    return "No connected runner has the GPU memory that this config asks for.";
  return counts.free === 0 ? "The connected runners are busy with other runs." : null;
}
