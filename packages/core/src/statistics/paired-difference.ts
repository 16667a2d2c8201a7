import { type Interval, wilsonInterval } from "./wilson-interval.ts";

/** Items by what two models did with them. */
export interface PairedCounts {
  bothRight: number;
  /** Only the second is right. */
  wins: number;
  /** Only the first is right. */
  losses: number;
  bothWrong: number;
}

export interface PairedDifference extends Interval {
  /** Share that the second gets right less the share that the first does, between -1 and 1. */
  difference: number;
}

/**
 * The difference of two proportions of the same items, with its 95 % interval by Newcombe's method
 * 10 (Statistics in Medicine 17, 1998, 2635): Wilson's intervals of both, joined by the correlation
 * of the items. It stays within -1 and 1 and is of use for few items.
 *
 * @returns null without items
 */
export function pairedDifference(counts: PairedCounts): PairedDifference | null {
  const { bothRight, wins, losses, bothWrong } = counts;
  const items = bothRight + wins + losses + bothWrong;
  const first = describeShare(bothRight + losses, items);
  const second = describeShare(bothRight + wins, items);
  if (first === null || second === null) return null;
  const difference = (wins - losses) / items;
  const correlation = correlate(counts);
  const join = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one ** 2 - 2 * correlation * one * other + other ** 2));
  return {
    difference,
    low: difference - join(second.below, first.above),
    high: difference + join(second.above, first.below),
  };
}

/** How far the interval reaches to both sides of the share. */
function describeShare(successes: number, items: number) {
  const interval = wilsonInterval(successes, items);
  if (interval === null) return null;
  const share = successes / items;
  return { below: share - interval.low, above: interval.high - share };
}

/** Phi, made smaller towards 0 as Newcombe does, because few items overstate it. */
function correlate({ bothRight, wins, losses, bothWrong }: PairedCounts): number {
  const spread =
    (bothRight + wins) * (losses + bothWrong) * (bothRight + losses) * (wins + bothWrong);
  if (spread === 0) return 0;
  const product = bothRight * bothWrong - wins * losses;
  const half = (bothRight + wins + losses + bothWrong) / 2;
  const corrected = product < 0 ? product : Math.max(product - half, 0);
  return corrected / Math.sqrt(spread);
}
