import fc from "fast-check";
import { expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval";

// The first four are Newcombe's (Statistics in Medicine 17, 1998, table I); where all or none
// succeed the bounds are n / (n + z²) and z² / (n + z²).
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
  [10, 10, 0.7225, 1],
  [1, 1, 0.2065, 1],
  [0, 1, 0, 0.7935],
])("%i of %i is between %d and %d", (successes, trials, low, high) => {
  const interval = wilsonInterval(successes, trials);
  expect(interval?.low).toBeCloseTo(low, 4);
  expect(interval?.high).toBeCloseTo(high, 4);
});

it("says nothing without trials", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
});

it("holds the share itself, within 0 and 1, and mirrors failures", () => {
  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
  fc.assert(
    fc.property(counts, ([successes, trials]) => {
      const { low, high } = wilsonInterval(successes, trials) ?? { low: 2, high: -1 };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(successes / trials);
      expect(high).toBeGreaterThanOrEqual(successes / trials);
      expect(high).toBeLessThanOrEqual(1);
      const mirrored = wilsonInterval(trials - successes, trials);
      expect(mirrored?.low).toBeCloseTo(1 - high, 10);
    }),
  );
});
