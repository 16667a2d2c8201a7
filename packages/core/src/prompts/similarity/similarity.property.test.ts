import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { measureJaccard } from "./measure-jaccard.ts";
import { estimateSimilarity, signSet } from "./min-hash.ts";
import { NearDuplicateIndex } from "./near-duplicate-index.ts";
import { shingleText } from "./shingle-text.ts";

// Slow when the machine is busy.
vi.setConfig({ testTimeout: 120_000 });

const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), {
  minLength: 40,
  maxLength: 300,
});
const asSet = (values: number[]) => Uint32Array.from(values).sort();

/** Two sets that share a part. */
const pairs = fc
  .record({
    shared: numbers,
    left: numbers,
    right: numbers,
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ shared, left, right, keep }) => {
    const size = Math.round(keep * 40);
    return [
      asSet([...new Set([...shared, ...left.slice(0, size)])]),
      asSet([...new Set([...shared, ...right.slice(0, size)])]),
    ] as const;
  });

it("estimates the exact similarity within five standard errors", () => {
  fc.assert(
    fc.property(pairs, ([left, right]) => {
      const exact = measureJaccard(left, right);
      const estimate = estimateSimilarity(signSet(left), signSet(right));
      const error = Math.sqrt((exact * (1 - exact)) / 128);
      expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(5 * error + 0.02);
    }),
    { numRuns: 300 },
  );
});

it("measures what sets of strings give", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30)), fc.array(fc.nat(30)), (left, right) => {
      const [one, other] = [new Set(left), new Set(right)];
      const common = [...one].filter((value) => other.has(value)).length;
      const union = new Set([...left, ...right]).size;
      const exact = union === 0 ? 1 : common / union;
      expect(measureJaccard(asSet([...one]), asSet([...other]))).toBe(exact);
    }),
  );
});

it("makes ascending shingles without repeats, blind to case and white space", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const shingles = shingleText(text);
      expect([...shingles]).toEqual([...new Set(shingles)].toSorted((a, b) => a - b));
      expect(shingleText(`  ${text}\n`)).toEqual(shingles);
    }),
  );
});

const words = fc.array(
  fc.constantFrom("red", "list", "return", "value", "if", "none", "text", "8"),
  {
    minLength: 15,
    maxLength: 60,
  },
);

it("refuses a text whose words are the same, and names it", () => {
  fc.assert(
    fc.property(words, (list) => {
      const index = new NearDuplicateIndex();
      expect(index.addUnlessNear("a", list.join(" "))).toBeNull();
      expect(index.addUnlessNear("b", list.join("  ").toUpperCase())).toMatchObject({
        id: "a",
        similarity: 1,
      });
      expect(index.size).toBe(1);
    }),
  );
});

it("finds nearly all pairs that exact comparison finds", () => {
  let [found, all] = [0, 0];
  fc.assert(
    fc.property(words, fc.nat(59), (list, position) => {
      const text = `${list.join(" ")} and then return the sum of all values that were kept before`;
      const changed = text
        .split(" ")
        .map((word, index) => (index === position % list.length ? "other" : word))
        .join(" ");
      const similarity = measureJaccard(shingleText(text), shingleText(changed));
      fc.pre(similarity >= 0.85 && changed !== text);
      const index = new NearDuplicateIndex();
      index.addUnlessNear("a", text);
      all += 1;
      if (index.addUnlessNear("b", changed) !== null) found += 1;
    }),
    { numRuns: 400 },
  );
  expect(found / all).toBeGreaterThan(0.98);
});

it("never calls texts near that exact comparison does not", () => {
  fc.assert(
    fc.property(words, words, (left, right) => {
      const [one, other] = [left.join(" "), right.join(" ")];
      const similarity = measureJaccard(shingleText(one), shingleText(other));
      const index = new NearDuplicateIndex();
      index.addUnlessNear("a", one);
      const neighbour = index.addUnlessNear("b", other);
      if (similarity < 0.85) expect(neighbour).toBeNull();
      else expect(neighbour?.similarity ?? similarity).toBe(similarity);
    }),
  );
});
