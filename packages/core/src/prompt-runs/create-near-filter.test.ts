import { expect, test } from "vitest";
import { drawPrompts } from "../prompts/generate-prompts.ts";
import { measureJaccard } from "../prompts/similarity/measure-jaccard.ts";
import { NEAR_DUPLICATE_SIMILARITY } from "../prompts/similarity/near-duplicate-index.ts";
import { shingleText } from "../prompts/similarity/shingle-text.ts";
import { createNearFilter } from "./create-near-filter.ts";

const draw = (seed: string) =>
  drawPrompts({ count: 60, seed, categories: ["mathematical"] }).records.map(
    ({ prompt }) => prompt,
  );

test("passes what is near to one of the texts, and nothing else", () => {
  const texts = draw("one");
  const corpus = [...draw("two"), ...texts.slice(0, 5).map((text) => `${text} Please.`), ""];
  const near = corpus.filter((text) =>
    texts.some(
      (other) => measureJaccard(shingleText(text), shingleText(other)) >= NEAR_DUPLICATE_SIMILARITY,
    ),
  );
  expect(near.length).toBeGreaterThan(4);
  expect(near.length).toBeLessThan(corpus.length - 20);
  expect(corpus.filter(createNearFilter(texts))).toEqual(near);
});
