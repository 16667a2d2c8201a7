import type { ReceivedRequest } from "./llm-server/request-log.ts";

export interface MeasuredPace {
  /** Requests that came too early, in all. */
  refusedCount: number;
  /** Of these, after the warm-up. */
  refusedLateCount: number;
  /** Served after the warm-up, in a minute. */
  perMinute: number;
}

/** How fast requests came, by the provider's own clock. @param warmUpMs from the first one on */
export function measurePace(requests: readonly ReceivedRequest[], warmUpMs: number): MeasuredPace {
  const at = (wanted: number) =>
    requests
      .filter(({ status }) => status === wanted)
      .map(({ receivedAt }) => Date.parse(receivedAt));
  const refused = at(429);
  const startedAt = Math.min(...at(200), ...refused);
  const isLate = (time: number) => time > startedAt + warmUpMs;
  const served = at(200).filter(isLate);
  const minutes = ((served.at(-1) ?? 0) - (served[0] ?? 0)) / 60_000;
  return {
    refusedCount: refused.length,
    refusedLateCount: refused.filter(isLate).length,
    perMinute: (served.length - 1) / minutes,
  };
}
