import type { Database } from "@foundry/prisma/client";
import { PACE_FACTOR } from "./pace-factor.ts";
import type { PaceTokens } from "./take-pace-slot.ts";

/** Makes good what a request used more, or less, than its place in the line was taken for. */
export async function correctPace(
  db: Database,
  key: string,
  { inputTokens, outputTokens }: PaceTokens,
): Promise<void> {
  await db.$executeRaw`
    UPDATE llm_pace SET
      next_input_at = CASE WHEN input_token_limit IS NULL THEN next_input_at
        ELSE next_input_at + interval '1 minute' * ${inputTokens} / (input_token_limit * ${PACE_FACTOR}::float8) END,
      next_output_at = CASE WHEN output_token_limit IS NULL THEN next_output_at
        ELSE next_output_at + interval '1 minute' * ${outputTokens} / (output_token_limit * ${PACE_FACTOR}::float8) END
    WHERE key = ${key} AND coalesce(input_token_limit, output_token_limit) IS NOT NULL`;
}
