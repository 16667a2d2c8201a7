import fc from "fast-check";
import { expect, it } from "vitest";
import { markChange } from "./mark-change";

const show = (before: string, after: string) =>
  markChange(before, after).map(({ start, changed, end }) => `${start}[${changed}]${end}`);

it.each([
  ["if n < 8: return", "if n <= 8: return", ["if n [<] 8: return", "if n [<=] 8: return"]],
  [
    "return LITERAL 'too shrt'",
    "return LITERAL 'too short'",
    ["return LITERAL 'too [shrt]'", "return LITERAL 'too [short]'"],
  ],
  ["a b c", "a c", ["a [b ]c", "a []c"]],
  ["same", "same", ["same[]", "same[]"]],
  ["", "new", ["[]", "[new]"]],
])("%j and %j", (before, after, expected) => {
  expect(show(before, after)).toEqual(expected);
});

it("loses nothing of either line", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const whole = markChange(before, after).map(
        ({ start, changed, end }) => start + changed + end,
      );
      expect(whole).toEqual([before, after]);
    }),
  );
});
