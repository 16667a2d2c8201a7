const approximate = new Intl.NumberFormat("en", {
  notation: "compact",
  maximumSignificantDigits: 3,
});

/** A large number no finer than an estimate deserves: 1234567 → "1.23M". */
export function formatApproximate(count: number): string {
  return approximate.format(count);
}
