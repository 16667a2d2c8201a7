/** Part of a whole as a percentage; never "0 %" or "100 %" unless it is exactly that. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0) return "–";
  if (part <= 0) return "0 %";
  if (part >= whole) return "100 %";
  const percent = (part / whole) * 100;
  if (percent < 1) return "< 1 %";
  if (percent > 99) return "> 99 %";
  return `${Math.round(percent)} %`;
}
