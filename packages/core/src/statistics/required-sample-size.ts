import { mcnemarTest } from "./mcnemar-test.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** No test split is larger; a search ends there. */
const MAX_ITEMS = 1_000_000;
/** Of items that the better model gets wrong and the other right, in a typical comparison. */
const TYPICAL_LOSSES = 0.05;
const ALPHA = 0.05;

/**
 * Items that are needed to show that a share is above a target: the fewest from which on the 95 %
 * interval of the same observed share lies above it.
 *
 * @param share observed, between 0 and 1
 * @returns null when the share is not above the target, or a million items would not do
 */
export function requiredItemsForTarget(share: number, target: number): number | null {
  if (share <= target) return null;
  const shows = (items: number) => (wilsonInterval(share * items, items)?.low ?? 0) > target;
  return findFirst(shows);
}

/**
 * How likely the exact McNemar test finds a gain at the 5 % level.
 *
 * @param gain share of right items of the second model less that of the first, above 0
 * @param losses share of items that only the first gets right
 * @returns a probability
 */
export function comparisonPower(items: number, gain: number, losses = TYPICAL_LOSSES): number {
  const discordant = gain + 2 * losses;
  const winShare = (gain + losses) / discordant;
  let power = 0;
  let logCount = items * Math.log1p(-Math.min(discordant, 1 - 1e-12));
  for (let uneven = 0; uneven <= items; uneven += 1) {
    const probability = Math.exp(logCount);
    if (probability > 1e-12) power += probability * probabilityOfWin(uneven, winShare);
    logCount += Math.log(items - uneven) - Math.log(uneven + 1);
    logCount += Math.log(discordant) - Math.log(1 - Math.min(discordant, 1 - 1e-12));
  }
  return Math.min(1, power);
}

/** How likely so many tosses are won so clearly that the test says so. */
function probabilityOfWin(tosses: number, winShare: number): number {
  let total = 0;
  let logTerm = tosses * Math.log(winShare);
  for (let losses = 0; losses * 2 < tosses; losses += 1) {
    if (mcnemarTest(tosses - losses, losses) >= ALPHA) break;
    total += Math.exp(logTerm);
    logTerm += Math.log(tosses - losses) - Math.log(losses + 1);
    logTerm += Math.log1p(-winShare) - Math.log(winShare);
  }
  return total;
}

/** Doubles, then halves; what holds for a number is taken to hold for larger ones. */
function findFirst(holds: (items: number) => boolean): number | null {
  let high = 1;
  while (!holds(high)) {
    if (high >= MAX_ITEMS) return null;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
