import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { bootstrapDifference } from "./bootstrap-difference.ts";
import { mcnemarTest } from "./mcnemar-test.ts";
import { pairedDifference } from "./paired-difference.ts";
import { comparisonPower, requiredItemsForTarget } from "./required-sample-size.ts";
import { wilsonInterval } from "./wilson-interval.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000 });

describe("wilsonInterval", () => {
  it.each([
    [30, 54.9, 81.4],
    [34, 64.8, 88.6],
    [39, 78.4, 96.3],
    [43, 91.8, 100],
  ])("%i of 43 is between %d and %d %", (successes, low, high) => {
    const interval = wilsonInterval(successes, 43);
    expect(100 * (interval?.low ?? 0)).toBeCloseTo(low, 1);
    expect(100 * (interval?.high ?? 0)).toBeCloseTo(high, 1);
  });
});

describe("mcnemarTest", () => {
  it.each([
    [6, 0],
    [8, 1],
    [10, 2],
    [12, 3],
    [13, 4],
    [15, 5],
  ])("needs %i wins against %i losses for 5 %", (wins, losses) => {
    expect(mcnemarTest(wins, losses)).toBeLessThan(0.05);
    expect(mcnemarTest(wins - 1, losses)).toBeGreaterThanOrEqual(0.05);
  });

  it("gives the sum of the coin's tails", () => {
    // 2 * (1 + 10 + 45) / 1024.
    expect(mcnemarTest(8, 2)).toBeCloseTo(0.109375, 12);
    expect([mcnemarTest(0, 0), mcnemarTest(1, 0), mcnemarTest(5, 5)]).toEqual([1, 1, 1]);
    expect(mcnemarTest(2_000, 1_000)).toBeLessThan(1e-70);
    expect(mcnemarTest(2_000, 1_000)).toBeGreaterThan(0);
  });

  it("does not care who is first, and falls with a clearer lead", () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(count, count, (wins, losses) => {
        expect(mcnemarTest(wins, losses)).toBe(mcnemarTest(losses, wins));
        if (wins < losses) return;
        expect(mcnemarTest(wins + 1, losses)).toBeLessThanOrEqual(mcnemarTest(wins, losses));
      }),
    );
  });
});

describe("pairedDifference", () => {
  // Newcombe's example: 36 of 50 in both, 12 only in one, 2 only in the other.
  it("gives the published interval", () => {
    const found = pairedDifference({ bothRight: 36, wins: 12, losses: 2, bothWrong: 0 });
    expect(found?.difference).toBeCloseTo(0.2, 10);
    expect(found?.low).toBeCloseTo(0.0569, 4);
    expect(found?.high).toBeCloseTo(0.3404, 4);
  });

  it("holds the difference, within -1 and 1, and turns round with the models", () => {
    const count = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(count, count, count, count, (bothRight, wins, losses, bothWrong) => {
        const found = pairedDifference({ bothRight, wins, losses, bothWrong });
        if (bothRight + wins + losses + bothWrong === 0) {
          expect(found).toBeNull();
          return;
        }
        const { difference, low, high } = found ?? { difference: 9, low: 9, high: 9 };
        expect(low).toBeLessThanOrEqual(difference + 1e-12);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
        const turned = pairedDifference({ bothRight, wins: losses, losses: wins, bothWrong });
        expect(turned?.low).toBeCloseTo(-high, 10);
      }),
    );
  });

  it("covers the true difference about as often as it says", () => {
    // All outcomes of 30 items, each weighted with how likely it is.
    const [right, win, loss] = [0.55, 0.2, 0.08];
    let covered = 0;
    for (let a = 0; a <= 30; a += 1) {
      for (let b = 0; a + b <= 30; b += 1) {
        for (let c = 0; a + b + c <= 30; c += 1) {
          const d = 30 - a - b - c;
          const found = pairedDifference({ bothRight: a, wins: b, losses: c, bothWrong: d });
          if (found === null || found.low > win - loss || found.high < win - loss) continue;
          covered += multinomial([a, b, c, d], [right, win, loss, 1 - right - win - loss]);
        }
      }
    }
    expect(covered).toBeGreaterThan(0.94);
    expect(covered).toBeLessThan(0.98);
  });
});

function multinomial(counts: number[], shares: number[]): number {
  const logFactorial = (n: number) =>
    Array.from({ length: n }, (_, index) => Math.log(index + 1)).reduce((sum, x) => sum + x, 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return Math.exp(
    counts.reduce(
      (sum, count, index) => sum + count * Math.log(shares[index] ?? 1) - logFactorial(count),
      logFactorial(total),
    ),
  );
}

describe("bootstrapDifference", () => {
  const item = (group: string, gain: number) => ({ group, first: 0.5, second: 0.5 + gain });

  it("gives the mean over items and an interval over groups, always the same", () => {
    expect(bootstrapDifference([])).toBeNull();
    const alike = [item("a", 0.25), item("a", 0.25), item("b", 0.25)];
    expect(bootstrapDifference(alike)).toEqual({ difference: 0.25, low: 0.25, high: 0.25 });
    // A draw has one group twice or both: the mean is 0, 0.3 or 0.225.
    const uneven = [item("a", 0.3), item("a", 0.3), item("a", 0.3), item("b", 0)];
    const found = bootstrapDifference(uneven);
    expect(found?.difference).toBeCloseTo(0.225, 10);
    expect(found?.low).toBeCloseTo(0, 10);
    expect(found?.high).toBeCloseTo(0.3, 10);
    expect(bootstrapDifference(uneven)).toEqual(found);
  });

  it("comes near the normal interval for many items", () => {
    const gains = Array.from({ length: 400 }, (_, index) => (index % 4 === 0 ? 1 : 0));
    const found = bootstrapDifference(gains.map((gain, index) => item(`${index}`, gain)));
    const spread = 1.96 * Math.sqrt((0.25 * 0.75) / 400);
    expect(Math.abs((found?.low ?? 0) - (0.25 - spread))).toBeLessThan(0.005);
    expect(Math.abs((found?.high ?? 0) - (0.25 + spread))).toBeLessThan(0.005);
  });
});

describe("comparisonPower", () => {
  it.each([
    [43, 0.1, 0.21],
    [43, 0.15, 0.4],
    [43, 0.2, 0.61],
    [43, 0.25, 0.76],
    [100, 0.1, 0.53],
    [100, 0.15, 0.82],
    [200, 0.1, 0.89],
  ])("with %i items finds a gain of %d with about %d", (items, gain, power) => {
    // The figures come from simulations.
    expect(Math.abs(comparisonPower(items, gain) - power)).toBeLessThan(0.03);
  });
});

describe("requiredItemsForTarget", () => {
  it("is the first number of items whose interval lies above the target", () => {
    expect(requiredItemsForTarget(0.9, 0.9)).toBeNull();
    expect(requiredItemsForTarget(0.8, 0.9)).toBeNull();
    // n / (n + z²) > 0.9 where all are right.
    expect(requiredItemsForTarget(1, 0.9)).toBe(35);
    expect(requiredItemsForTarget(1, 0.99)).toBe(381);
    const items = requiredItemsForTarget(0.95, 0.9) ?? 0;
    const lowOf = (count: number) => wilsonInterval(0.95 * count, count)?.low ?? 0;
    expect([lowOf(items) > 0.9, lowOf(items - 1) > 0.9]).toEqual([true, false]);
    expect(requiredItemsForTarget(0.900000001, 0.9)).toBeNull();
  });
});
