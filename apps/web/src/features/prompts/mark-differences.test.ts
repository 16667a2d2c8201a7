import fc from "fast-check";
import { expect, it } from "vitest";
import { markDifferences } from "./mark-differences";

const marked = (text: string, other: string) =>
  markDifferences(text, other)
    .map(({ words, isDifferent }) => (isDifferent ? `[${words.trim()}]` : words.trim()))
    .join(" ");

it("marks the words that the other text does not have there", () => {
  expect(marked("Keep rows of 8. None is empty.", "Keep rows of 3. Nothing is empty.")).toBe(
    "Keep rows of [8] . [None] is empty.",
  );
  expect(marked("Say 'a', 'b' and 'c'.", "Say 'a' and 'c'.")).toBe("Say 'a' [, 'b'] and 'c'.");
  expect(marked("Say 'a' and 'c'.", "Say 'a', 'b' and 'c'.")).toBe("Say 'a' and 'c'.");
});

it("keeps every character, and marks nothing of equal texts", () => {
  const texts = fc.stringMatching(/^[ab.'\n 7é]{0,40}$/);
  fc.assert(
    fc.property(texts, texts, (text, other) => {
      const stretches = markDifferences(text, other);
      expect(stretches.map(({ words }) => words).join("")).toBe(text);
      expect(markDifferences(text, text).every(({ isDifferent }) => !isDifferent)).toBe(true);
    }),
  );
});
