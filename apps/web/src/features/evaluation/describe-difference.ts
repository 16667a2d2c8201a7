/** "+13 points (2 to 24)": the adapter's share less the base model's, with its 95 % interval. */
export function describeDifference(
  difference: { difference: number; low: number; high: number } | null,
): string {
  if (difference === null) return "";
  const { difference: mean, low, high } = difference;
  return `${sign(mean)} points (${sign(low)} to ${sign(high)})`;
}

function sign(share: number): string {
  const points = Math.round(share * 100);
  if (points === 0) return "0";
  return points > 0 ? `+${points}` : `−${-points}`;
}
