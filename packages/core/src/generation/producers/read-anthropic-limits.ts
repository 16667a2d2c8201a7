import type { ProviderLimits } from "./producer.ts";

/** What an answer of Anthropic says about how much it lets through in a minute. */
export function readAnthropicLimits(headers: Headers): ProviderLimits {
  return {
    requestsPerMinute: readLimit(headers, "requests"),
    inputTokensPerMinute: readLimit(headers, "input-tokens"),
    outputTokensPerMinute: readLimit(headers, "output-tokens"),
  };
}

function readLimit(headers: Headers, kind: string): number | null {
  const text = headers.get(`anthropic-ratelimit-${kind}-limit`);
  const limit = text === null ? Number.NaN : Number(text);
  return Number.isSafeInteger(limit) && limit > 0 ? limit : null;
}
