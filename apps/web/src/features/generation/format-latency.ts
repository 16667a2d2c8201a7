/** How long an answer took: 840 → "840 ms", 12345 → "12.3 s". */
export function formatLatency(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
