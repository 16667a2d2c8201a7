import { formatCount } from "../../components/format/format-count";
import { formatDurationRange } from "../../components/format/format-duration";

export interface RunPoint {
  /** Milliseconds since 1970, by this browser's clock. */
  at: number;
  doneCount: number;
}

const WINDOW_MS = 20_000;

/** Adds a point and drops those that are too old to say anything about the present rate. */
export function addRunPoint(points: readonly RunPoint[], point: RunPoint): RunPoint[] {
  const last = points.at(-1);
  // A retry starts again from an earlier place; older points would give a negative rate.
  if (last !== undefined && point.doneCount < last.doneCount) return [point];
  return [...points.filter(({ at }) => point.at - at <= WINDOW_MS), point];
}

function perSecond(from: RunPoint, to: RunPoint): number {
  return to.at === from.at ? 0 : ((to.doneCount - from.doneCount) * 1_000) / (to.at - from.at);
}

/** Rate over the last 20 s, and the time left as an interval, in words that say so when unknown. */
export function describeRate(
  points: readonly RunPoint[],
  count: number,
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
    rate: `${formatCount(Math.round(perSecond(first, last)))} prompts a second`,
    timeLeft: `${range.charAt(0).toUpperCase()}${range.slice(1)} left`,
  };
}
