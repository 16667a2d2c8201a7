import type { Database } from "@foundry/prisma/client";

/**
 * Lets no worker send for a while, because the provider asked to wait.
 * @param ms from now; a longer pause that is on already stays
 */
export async function pausePace(
  db: Database,
  key: string,
  ms: number,
  reason: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE llm_pace SET
      paused_until = greatest(paused_until, pause.until),
      pause_reason = ${reason},
      next_request_at = greatest(next_request_at, pause.until),
      next_input_at = greatest(next_input_at, pause.until),
      next_output_at = greatest(next_output_at, pause.until)
    FROM (SELECT clock_timestamp() + ${ms} * interval '1 millisecond' AS until) pause
    WHERE key = ${key}`;
}
