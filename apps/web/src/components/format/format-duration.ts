/** Seconds as people read them: "4 s", "2 min 10 s", "3 h 05 min". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** An estimate as an interval, no finer than it deserves: "8 to 12 s", "9 to 11 min", "about 5 min". */
export function formatDurationRange({ low, high }: { low: number; high: number }): string {
  const [size, unit] = high < 120 ? [1, "s"] : high < 7_200 ? [60, "min"] : [3_600, "h"];
  const from = Math.round(low / size);
  const to = Math.round(high / size);
  return from === to ? `about ${to} ${unit}` : `${from} to ${to} ${unit}`;
}
