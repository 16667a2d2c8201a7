import type { Database } from "@foundry/prisma/client";
import { inTransaction } from "../../database/in-transaction.ts";
import { pause } from "../../loops/pause.ts";
import type { Logger } from "../../logger.ts";
import { moveMoney } from "../budget/move-money.ts";
import type { ProducerReply } from "../producers/producer.ts";

/** A database that is away for longer than this loses an answer that was paid for. */
const GIVE_UP_AFTER_MS = 120_000;

export interface RecordedReply {
  callId: string;
  reply: ProducerReply;
  /** In billionths of a dollar; null: the price is not known. */
  costNanoUsd: bigint | null;
  /** Null: not known. */
  latencyMs: number | null;
}

/**
 * Stores an answer whole, with what it cost, in the first statement after it came. Not fenced: the
 * money is spent whoever holds the item now. Safe to repeat, and goes on trying while the database
 * is away.
 *
 * @returns false when the call was over already, and then nothing changes
 * @throws Error when the database stays away
 */
export async function recordReply(
  db: Database,
  logger: Logger,
  recorded: RecordedReply,
): Promise<boolean> {
  const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
  for (let waitMs = 100; ; waitMs = Math.min(2 * waitMs, 5_000)) {
    try {
      return await store(db, recorded);
    } catch (error) {
      if (performance.now() + waitMs > giveUpAt) throw error;
      logger.warn({ err: error, callId: recorded.callId }, "could not store an answer yet");
      await pause(waitMs, new AbortController().signal);
    }
  }
}

async function store(
  db: Database,
  { callId, reply, costNanoUsd, latencyMs }: RecordedReply,
): Promise<boolean> {
  const { usage } = reply;
  const [row] = await inTransaction(
    db,
    (tx) => tx.$queryRaw<{ count: number }[]>`
      WITH old AS (
        SELECT id, reserved_nano_usd FROM llm_call
        WHERE id = ${callId}::uuid AND state IN ('sending', 'in_doubt') FOR UPDATE
      ), changed AS (
        UPDATE llm_call SET
          state = 'received',
          outcome = NULL,
          error = NULL,
          response_raw = ${storableRaw(reply.raw)},
          request_id = coalesce(${reply.requestId}, request_id),
          stop_reason = ${reply.stopReason},
          http_status = 200,
          input_tokens = ${usage?.inputTokens ?? null}::int,
          cache_write_5m_tokens = ${usage?.cacheWrite5mTokens ?? null}::int,
          cache_write_1h_tokens = ${usage?.cacheWrite1hTokens ?? null}::int,
          cache_read_tokens = ${usage?.cacheReadTokens ?? null}::int,
          output_tokens = ${usage?.outputTokens ?? null}::int,
          cost_nano_usd = ${costNanoUsd}::bigint,
          reserved_nano_usd = CASE WHEN llm_call.reserved_nano_usd IS NULL THEN NULL ELSE 0 END,
          latency_ms = ${latencyMs}::int,
          received_at = clock_timestamp()
        FROM old WHERE llm_call.id = old.id
        RETURNING llm_call.run_id, old.reserved_nano_usd AS held
      ), ${moveMoney(costNanoUsd ?? 0n)}
      SELECT count(*)::int AS count FROM changed`,
  );
  return row?.count === 1;
}

/** Postgres text holds everything but NUL, and the client nothing but whole characters. */
function storableRaw(raw: string): string {
  return raw.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");
}
