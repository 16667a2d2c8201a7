const whole = new Intl.NumberFormat("en");

/** 12345 → "12,345". */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** (1, "sample") → "1 sample", (2, "sample") → "2 samples"; the plural can be given. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
