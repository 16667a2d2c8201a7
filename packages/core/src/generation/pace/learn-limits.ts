import type { Database } from "@foundry/prisma/client";
import type { ProviderLimits } from "../producers/producer.ts";

/**
 * Keeps what the provider says about its limits; what it leaves out stays as it was. A limit that
 * was not known begins with an empty line: nothing says how much of it is used already.
 */
export async function learnLimits(
  db: Database,
  key: string,
  { requestsPerMinute, inputTokensPerMinute, outputTokensPerMinute }: ProviderLimits,
): Promise<void> {
  await db.$executeRaw`
    UPDATE llm_pace SET
      next_request_at = CASE WHEN request_limit IS NULL
        THEN greatest(next_request_at, clock_timestamp()) ELSE next_request_at END,
      next_input_at = CASE WHEN input_token_limit IS NULL
        THEN greatest(next_input_at, clock_timestamp()) ELSE next_input_at END,
      next_output_at = CASE WHEN output_token_limit IS NULL
        THEN greatest(next_output_at, clock_timestamp()) ELSE next_output_at END,
      request_limit = coalesce(${requestsPerMinute}::int, request_limit),
      input_token_limit = coalesce(${inputTokensPerMinute}::int, input_token_limit),
      output_token_limit = coalesce(${outputTokensPerMinute}::int, output_token_limit)
    WHERE key = ${key} AND (
      request_limit IS DISTINCT FROM coalesce(${requestsPerMinute}::int, request_limit)
      OR input_token_limit IS DISTINCT FROM coalesce(${inputTokensPerMinute}::int, input_token_limit)
      OR output_token_limit IS DISTINCT FROM coalesce(${outputTokensPerMinute}::int, output_token_limit)
    )`;
}
