import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { measureJaccard } from "./measure-jaccard.ts";
import { createSeededRandom } from "../../negatives/seeded-random.ts";
import { TEMPLATES } from "../catalogue.ts";
import { TemplateDeck } from "../template-deck.ts";
import { NEAR_DUPLICATE_SIMILARITY, NearDuplicateIndex } from "./near-duplicate-index.ts";
import { shingleText } from "./shingle-text.ts";
import { sketchSet, SketchTable } from "./sketch-table.ts";

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

it("rules no pair out that is near enough, by counts or by sketch", () => {
  fc.assert(
    fc.property(pairs, fc.double({ min: 0, max: 1, noNaN: true }), ([left, right], least) => {
      const exact = measureJaccard(left, right);
      expect(measureJaccard(left, right, least)).toBe(exact >= least ? exact : 0);
      const common = (exact * (left.length + right.length)) / (1 + exact);
      const sketches = new SketchTable();
      sketches.set(1_500, sketchSet(right));
      const differences = sketches.countDifferences(1_500, sketchSet(left));
      expect(differences).toBeLessThanOrEqual(left.length + right.length - 2 * common + 1e-6);
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

/** Texts of one kind, long and short, of which many differ in a word or a number alone. */
function writeTexts(count: number): string[] {
  const random = createSeededRandom(5);
  const decks = TEMPLATES.slice(0, 12).map((template) => new TemplateDeck(template, random));
  return Array.from({ length: count }, (_, index) => {
    const deck = decks[index % decks.length];
    const instance = deck?.draw() ?? null;
    if (deck === undefined || instance === null) return `Write candidate ${index} of the run.`;
    return deck.template.writePrompt(instance.choice, instance.phrasing);
  });
}

it("refuses of 5,000 texts exactly those that comparison with each one refuses, and names the nearest", () => {
  const kept: { id: string; shingles: Uint32Array }[] = [];
  const index = new NearDuplicateIndex();
  let refused = 0;
  for (const [position, text] of writeTexts(5_000).entries()) {
    const [id, shingles] = [String(position), shingleText(text)];
    let nearest = { id: "", similarity: NEAR_DUPLICATE_SIMILARITY };
    for (const other of kept) {
      const similarity = measureJaccard(shingles, other.shingles, nearest.similarity);
      const isNearer = similarity > nearest.similarity || nearest.id === "";
      if (similarity >= nearest.similarity && isNearer) nearest = { id: other.id, similarity };
    }
    const neighbour = index.addUnlessNear(id, text);
    if (nearest.id === "") {
      expect(neighbour).toBeNull();
      kept.push({ id, shingles });
    } else {
      expect(neighbour).toMatchObject(nearest);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(500);
  expect(index.size).toBe(5_000 - refused);
});

it("finds a near text among many of any lengths", () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 40 }), fc.nat(), (lists, chosen) => {
      const texts = lists.map((list) => list.join(" "));
      const query = `${texts[chosen % texts.length]} so`;
      const index = new NearDuplicateIndex();
      for (const [position, text] of texts.entries()) index.add(String(position), text);
      const similarities = texts.map((text) =>
        measureJaccard(shingleText(text), shingleText(query)),
      );
      const best = Math.max(...similarities);
      if (best < NEAR_DUPLICATE_SIMILARITY) expect(index.findNeighbour(query)).toBeNull();
      else expect(index.findNeighbour(query)?.similarity).toBe(best);
    }),
  );
});
