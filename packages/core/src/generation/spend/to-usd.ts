const NANO_USD = 1_000_000_000;

/** Dollars, for people, of billionths of a dollar, in which money is kept and added up. */
export function toUsd(nanoUsd: bigint): number {
  return Number(nanoUsd) / NANO_USD;
}
