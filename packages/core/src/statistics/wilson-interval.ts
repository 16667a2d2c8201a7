/** Two-sided 95 %. */
const Z = 1.959963984540054;

export interface Interval {
  low: number;
  high: number;
}

/**
 * The 95 % score interval of a proportion (Wilson, Journal of the American Statistical Association
 * 22, 1927): unlike the textbook's normal interval it stays within 0 and 1 and is of use for few
 * cases and for shares near 0 and 1.
 *
 * @param successes of `trials`, both whole and not negative
 * @returns shares between 0 and 1; null without trials, when nothing can be said
 */
export function wilsonInterval(successes: number, trials: number): Interval | null {
  if (trials <= 0) return null;
  const share = successes / trials;
  const squared = Z ** 2;
  const centre = share + squared / (2 * trials);
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials ** 2));
  const scale = 1 + squared / trials;
  // Rounding alone would leave 1e-17 where all or none succeed.
  return {
    low: successes === 0 ? 0 : (centre - spread) / scale,
    high: successes === trials ? 1 : (centre + spread) / scale,
  };
}
