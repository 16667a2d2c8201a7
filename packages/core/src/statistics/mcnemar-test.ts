/**
 * Exact McNemar test, two-sided: how likely wins and losses as uneven as these, or more so, are when
 * each is a toss of a fair coin. Items on which both do the same say nothing and do not count.
 *
 * @param wins items that only the second gets right; `losses` those that only the first does
 * @returns a probability; 1 without wins and losses
 */
export function mcnemarTest(wins: number, losses: number): number {
  const tosses = wins + losses;
  // Sums of logarithms, because 2 ** 1100 is no number.
  let logTerm = -tosses * Math.LN2;
  let tail = 0;
  for (let heads = 0; heads <= Math.min(wins, losses); heads += 1) {
    tail += Math.exp(logTerm);
    logTerm += Math.log(tosses - heads) - Math.log(heads + 1);
  }
  return Math.min(1, 2 * tail);
}
