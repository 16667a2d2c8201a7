import type { Database } from "@foundry/prisma/client";
import { PACE_FACTOR } from "./pace-factor.ts";

/** Tokens that count towards a provider's limits; those read from its cache do not. */
export interface PaceTokens {
  inputTokens: number;
  outputTokens: number;
}

/**
 * Takes the next place in the line of all workers' requests: one for each interval of the provider's
 * limit, never several at once after a rest. Where no limit is known there is no line.
 *
 * @param key see `paceKey`
 * @param tokens what the request is expected to use
 * @returns milliseconds to wait before it may be sent, 0 or more
 */
export async function takePaceSlot(
  db: Database,
  key: string,
  { inputTokens, outputTokens }: PaceTokens,
): Promise<number> {
  const [slot] = await db.$queryRaw<{ waitMs: number }[]>`
    UPDATE llm_pace SET
      next_request_at = CASE WHEN request_limit IS NULL THEN next_request_at
        ELSE slot.at + interval '1 minute' / (request_limit * ${PACE_FACTOR}::float8) END,
      next_input_at = CASE WHEN input_token_limit IS NULL THEN next_input_at
        ELSE slot.at + interval '1 minute' * ${inputTokens} / (input_token_limit * ${PACE_FACTOR}::float8) END,
      next_output_at = CASE WHEN output_token_limit IS NULL THEN next_output_at
        ELSE slot.at + interval '1 minute' * ${outputTokens} / (output_token_limit * ${PACE_FACTOR}::float8) END
    FROM (
      SELECT key, greatest(
        clock_timestamp(),
        paused_until,
        CASE WHEN request_limit IS NOT NULL THEN next_request_at END,
        CASE WHEN input_token_limit IS NOT NULL THEN next_input_at END,
        CASE WHEN output_token_limit IS NOT NULL THEN next_output_at END
      ) AS at
      FROM llm_pace WHERE key = ${key} FOR UPDATE
    ) slot
    WHERE llm_pace.key = slot.key
    RETURNING greatest(0, extract(epoch FROM slot.at - clock_timestamp()) * 1000)::float8 AS "waitMs"`;
  return slot?.waitMs ?? 0;
}
