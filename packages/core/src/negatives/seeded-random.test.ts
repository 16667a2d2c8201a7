import { describe, expect, it } from "vitest";
import { createSeededRandom } from "./seeded-random.ts";

describe("createSeededRandom", () => {
  it("gives the numbers of mulberry32", () => {
    const random = createSeededRandom(1);
    const numbers = Array.from({ length: 3 }, () => Math.floor(random() * 0x1_0000_0000));
    expect(numbers).toEqual([2693262067, 11749833, 2265367787]);
  });

  it("spreads evenly over [0, 1)", () => {
    const random = createSeededRandom(42);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const bucket = Math.floor(random() * 10);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    expect(counts.every((count) => count > 900 && count < 1_100)).toBe(true);
  });

  it("reads the lowest 32 bits of the seed", () => {
    expect(createSeededRandom(-1)()).toBe(createSeededRandom(0xffff_ffff)());
    expect(createSeededRandom(1)()).not.toBe(createSeededRandom(2)());
  });
});
