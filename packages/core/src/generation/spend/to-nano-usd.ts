const NANO_USD = 1_000_000_000;

/** Billionths of a dollar, in which money is kept, of dollars as people write them. */
export function toNanoUsd(usd: number): bigint {
  return BigInt(Math.round(usd * NANO_USD));
}
