import type { ServerLimits } from "./settings.ts";
import { TokenBucket } from "./token-bucket.ts";

/** Any request needs some room for its answer. */
const LEAST_OUTPUT = 1;

/** The rate limits of one model, as headers tell them. */
export class RateLimiter {
  private readonly buckets: { kind: string; bucket: TokenBucket }[];

  constructor(limits: ServerLimits) {
    const kinds = [
      ["requests", limits.requestsPerMinute, limits.burst],
      ["input-tokens", limits.inputTokensPerMinute, null],
      ["output-tokens", limits.outputTokensPerMinute, null],
    ] as const;
    this.buckets = kinds.flatMap(([kind, perMinute, burst]) =>
      perMinute === null ? [] : [{ kind, bucket: new TokenBucket(perMinute, burst ?? perMinute) }],
    );
  }

  /** @returns seconds to wait, 0 when the request was let through and counted */
  enter(inputTokens: number): number {
    const amounts: Record<string, number> = {
      requests: 1,
      "input-tokens": inputTokens,
      "output-tokens": LEAST_OUTPUT,
    };
    const waits = this.buckets.map(({ kind, bucket }) => bucket.secondsUntil(amounts[kind] ?? 0));
    const wait = Math.max(0, ...waits);
    if (wait > 0) return wait;
    for (const { kind, bucket } of this.buckets) {
      if (kind !== "output-tokens") bucket.take(amounts[kind] ?? 0);
    }
    return 0;
  }

  countOutput(tokens: number): void {
    this.buckets.find(({ kind }) => kind === "output-tokens")?.bucket.take(tokens);
  }

  writeHeaders(): Record<string, string> {
    const now = Date.now();
    const rows = this.buckets.flatMap(({ kind, bucket }): [string, string][] => [
      [`anthropic-ratelimit-${kind}-limit`, String(bucket.perMinute)],
      [`anthropic-ratelimit-${kind}-remaining`, String(bucket.remaining)],
      [
        `anthropic-ratelimit-${kind}-reset`,
        new Date(now + bucket.secondsUntil(bucket.perMinute) * 1000).toISOString(),
      ],
    ]);
    return Object.fromEntries(rows);
  }
}
