import { type LlmCallOutcome, Prisma } from "@foundry/prisma/client";
import { makeStorable } from "../../database/make-storable.ts";
import { moveMoney } from "../budget/move-money.ts";

const MAX_ERROR = 2_000;

/** How a call ended that gave no answer. */
export interface CallEnd {
  /** In doubt: it may have been paid for, so its money stays held back. */
  state: "settled" | "in_doubt";
  outcome: LlmCallOutcome | null;
  error: string | null;
  httpStatus?: number | null;
  requestId?: string | null;
  /** What came, where it could not be read as an answer. */
  raw?: string | null;
}

/**
 * Ends calls without an answer and, unless they are in doubt, frees what they held back. Calls that
 * are over, or were answered, are left alone.
 *
 * @param from the states that they may be in
 * @returns how many ended
 */
export async function endCalls(
  tx: Prisma.TransactionClient,
  callIds: readonly string[],
  from: readonly ("planned" | "sending")[],
  end: CallEnd,
): Promise<number> {
  if (callIds.length === 0) return 0;
  const isFree = end.state === "settled";
  const error = end.error === null ? null : makeStorable(end.error, MAX_ERROR);
  const changing = Prisma.sql`
    WITH old AS (
      SELECT id, reserved_nano_usd FROM llm_call
      WHERE id = ANY(${callIds}::uuid[]) AND state::text = ANY(${from}) ORDER BY id FOR UPDATE
    ), changed AS (
      UPDATE llm_call SET
        state = ${end.state}::llm_call_state,
        outcome = ${end.outcome}::llm_call_outcome,
        error = ${error},
        http_status = ${end.httpStatus ?? null}::int,
        request_id = coalesce(${end.requestId ?? null}, request_id),
        response_raw = ${end.raw == null ? null : makeStorable(end.raw, 1_000_000)},
        reserved_nano_usd = CASE WHEN ${isFree} AND llm_call.reserved_nano_usd IS NOT NULL THEN 0
          ELSE llm_call.reserved_nano_usd END,
        latency_ms = CASE WHEN sent_at IS NULL THEN NULL
          ELSE (extract(epoch FROM clock_timestamp() - sent_at) * 1000)::int END,
        settled_at = CASE WHEN ${isFree} THEN clock_timestamp() END
      FROM old WHERE llm_call.id = old.id
      RETURNING llm_call.run_id, old.reserved_nano_usd AS held
    )`;
  const money = isFree ? Prisma.sql`, ${moveMoney(0n)}` : Prisma.empty;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    ${changing} ${money} SELECT count(*)::int AS count FROM changed`;
  return row?.count ?? 0;
}
