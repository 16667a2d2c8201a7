import { wilsonInterval } from "@foundry/core/statistics/wilson-interval";
import { formatCount } from "../../components/format/format-count";
import { formatShare } from "../../components/format/format-share";

export interface Rate {
  share: string;
  /** Where the true share is likely to be, and of how many it is. */
  detail: string;
}

/** A measured share with its 95 % interval and its number of cases; null without a case. */
export function describeRate(successes: number, trials: number): Rate | null {
  const interval = wilsonInterval(successes, trials);
  if (interval === null) return null;
  const low = Math.round(interval.low * 100);
  const high = Math.round(interval.high * 100);
  return {
    share: formatShare(successes, trials),
    detail: `${low}–${high} %, ${formatCount(successes)} of ${formatCount(trials)}`,
  };
}
