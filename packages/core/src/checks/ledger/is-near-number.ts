/** Whether a number is most likely a slip for another: off by one, its sign, a digit, a point. */
export function isNearNumber(wanted: number, given: number): boolean {
  if (wanted === given) return false;
  if (Math.abs(wanted - given) <= 1 || (wanted !== 0 && wanted === -given)) return true;
  const scale = Math.max(Math.abs(wanted), Math.abs(given));
  if (Math.abs(wanted - given) <= scale * 0.1) return true;
  if (wanted === given * 10 || given === wanted * 10) return true;
  return sortDigits(wanted) === sortDigits(given);
}

function sortDigits(number: number): string {
  return [...String(number).replaceAll(/[.-]/g, "")].toSorted().join("");
}
