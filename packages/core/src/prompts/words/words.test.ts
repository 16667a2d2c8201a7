import { expect, it } from "vitest";
import { withArticle } from "./article.ts";
import { countOf, joinWords, ordinal } from "./sentence.ts";

it.each([
  ["user", "a user"],
  ["URL", "a URL"],
  ["SMS", "an SMS"],
  ["hour", "an hour"],
  ["honest answer", "an honest answer"],
  ["unit", "a unit"],
  ["unimportant file", "an unimportant file"],
  ["one-time code", "a one-time code"],
  ["e-mail address", "an e-mail address"],
  ["HTTP header", "an HTTP header"],
  ["European city", "a European city"],
  ["user name", "a user name"],
  ["order number", "an order number"],
])("puts the right article before %s", (words, expected) => {
  expect(withArticle(words)).toBe(expected);
});

it("joins, counts and numbers words", () => {
  expect(joinWords(["a"])).toBe("a");
  expect(joinWords(["a", "b"], "or")).toBe("a or b");
  expect(joinWords(["a", "b", "c"])).toBe("a, b and c");
  expect([countOf(1, "day", "days"), countOf(0, "day", "days")]).toEqual(["1 day", "0 days"]);
  expect([1, 2, 3, 4, 11, 12, 21, 112].map(ordinal)).toEqual([
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "21st",
    "112th",
  ]);
});
