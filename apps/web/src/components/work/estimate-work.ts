import { formatCount } from "../format/format-count";
import { formatDurationRange } from "../format/format-duration";

export interface WorkPoint {
  /** Milliseconds since 1970, by this browser's clock. */
  at: number;
  doneCount: number;
}

/** Adds a point and drops those that are too old to say anything about the present rate. */
export function addWorkPoint(
  points: readonly WorkPoint[],
  point: WorkPoint,
  windowMs: number,
): WorkPoint[] {
  const last = points.at(-1);
  // A retry starts again from an earlier place; older points would give a negative rate.
  if (last !== undefined && point.doneCount < last.doneCount) return [point];
  return [...points.filter(({ at }) => point.at - at <= windowMs), point];
}

function perSecond(from: WorkPoint, to: WorkPoint): number {
  return to.at === from.at ? 0 : ((to.doneCount - from.doneCount) * 1_000) / (to.at - from.at);
}

/**
 * Rate of what the points tell, and the time left as an interval; words that say so when unknown.
 *
 * @param things what is counted, in the plural
 */
export function describeWork(
  points: readonly WorkPoint[],
  count: number,
  things = "prompts",
): { rate: string; timeLeft: string } {
  const first = points[0];
  const last = points.at(-1);
  const unknown = { rate: "Rate: not known yet", timeLeft: "Time left: not known yet" };
  if (first === undefined || last === undefined) return unknown;
  const middle = points[Math.floor(points.length / 2)] ?? first;
  const rates = [perSecond(first, last), perSecond(middle, last)].filter((rate) => rate > 0);
  if (rates.length === 0) return unknown;
  const left = count - last.doneCount;
  const range = formatDurationRange({
    low: left / Math.max(...rates),
    high: left / Math.min(...rates),
  });
  return {
    rate: describeRate(perSecond(first, last), things),
    timeLeft: `${range.charAt(0).toUpperCase()}${range.slice(1)} left`,
  };
}

/** What takes longer than a second each is counted by the minute. */
function describeRate(rate: number, things: string): string {
  return rate >= 1
    ? `${formatCount(Math.round(rate))} ${things} a second`
    : `${formatCount(Math.max(1, Math.round(rate * 60)))} ${things} a minute`;
}
