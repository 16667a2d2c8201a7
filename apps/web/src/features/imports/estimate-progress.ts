export interface ProgressPoint {
  /** Milliseconds since 1970, by this browser's clock. */
  at: number;
  bytesDone: number;
  recordCount: number;
}

export interface ProgressEstimate {
  recordsPerSecond: number;
  /** Seconds left by the faster and the slower of two recent rates; null until there are two. */
  secondsLeft: { low: number; high: number } | null;
}

const WINDOW_MS = 20_000;

/** Adds a point and drops those that are too old to say anything about the present rate. */
export function addPoint(points: ProgressPoint[], point: ProgressPoint): ProgressPoint[] {
  const last = points.at(-1);
  // A retry starts again from an earlier place; older points would give a negative rate.
  if (last !== undefined && point.bytesDone < last.bytesDone) return [point];
  return [...points.filter(({ at }) => point.at - at <= WINDOW_MS), point];
}

function bytesPerSecond(from: ProgressPoint, to: ProgressPoint): number {
  return to.at === from.at ? 0 : ((to.bytesDone - from.bytesDone) * 1_000) / (to.at - from.at);
}

/** Rate over the last 20 s and the time left as an interval; null with fewer than two points. */
export function estimateProgress(
  points: ProgressPoint[],
  byteCount: number,
): ProgressEstimate | null {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || last.at === first.at) return null;
  const recordsPerSecond = ((last.recordCount - first.recordCount) * 1_000) / (last.at - first.at);
  const middle = points[Math.floor(points.length / 2)] ?? first;
  const rates = [bytesPerSecond(first, last), bytesPerSecond(middle, last)].filter(
    (rate) => rate > 0,
  );
  if (rates.length < 2) return { recordsPerSecond, secondsLeft: null };
  const bytesLeft = byteCount - last.bytesDone;
  return {
    recordsPerSecond,
    secondsLeft: { low: bytesLeft / Math.max(...rates), high: bytesLeft / Math.min(...rates) },
  };
}
