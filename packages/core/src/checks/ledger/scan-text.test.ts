import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanText } from "./scan-text.ts";

/** What the tests compare: numbers as numbers, texts quoted with |, constants as they are. */
function listLiterals(text: string): (number | string)[] {
  return scanText(text).flatMap(({ kind, value, number }): (number | string)[] => {
    if (kind === "number") return [number];
    if (kind === "text") return [`|${value}|`];
    return value === "None" || value === "True" || value === "False" ? [value] : [];
  });
}

const ROWS: [text: string, literals: (number | string)[]][] = [
  ["Return 'too short' if it is short", ["|too short|"]],
  ['Return "too short" now', ["|too short|"]],
  ["Return `too short` now", ["|too short|"]],
  ["Return ‘too short’ now", ["|too short|"]],
  ["Return “too short” now", ["|too short|"]],
  ["Return «too short» now", ["|too short|"]],
  ["Return ‹a› or „b“ now", ["|a|", "|b|"]],
  ["don't touch the users' list, it's theirs", []],
  ["the user's 'name' and the users' 'names'", ["|name|", "|names|"]],
  ["don’t say ‘it’s’", ["|it’s|"]],
  ["Return 'don't' here", ["|don't|"]],
  ['Return "it\'s" here', ["|it's|"]],
  ["Return 'say \"hi\"' here", ['|say "hi"|']],
  [String.raw`Return 'it\'s' here`, ["|it's|"]],
  [String.raw`Return \"too short\" here`, ["|too short|"]],
  [String.raw`Join with '\n' and '\t'`, ["|\n|", "|\t|"]],
  [String.raw`Match r'\d+' exactly`, [String.raw`|\d+|`]],
  ["Return '' or \"\" for nothing", ["||", "||"]],
  ["Replace it by ' ' or '-'", ["| |", "|-|"]],
  ["Return ''too short'' here", ["|too short|"]],
  ["Use '''a b''' as text", ["|a b|"]],
  ["'tis the season for 'x'", ["|x|"]],
  ["an unclosed 'quote here", []],
  ['a 5" pipe and a 6" pipe', [5, 6]],
  ["Return 'N/A', 'ok'.", ["|N/A|", "|ok|"]],
  ["f'a{x}' and b\"b\"", ["|a{x}|", "|b|"]],
  ["product['sku'] != 'a1'", ["|sku|", "|a1|"]],
  ["title != 'a' * 20", ["|a|", 20]],
  ["fewer than 8 characters", [8]],
  ["costs 4.99 or .5", [4.99, 0.5]],
  ["exactly 50.", [50]],
  ["return -1 if none", [-1]],
  ["from −5 to 5", [-5, 5]],
  ["minus one or minus 2", [-1, 2]],
  ["x - 1 and x-1", [1, 1]],
  ["between 80–89", [80, 89]],
  ["between 80-89", [80, 89]],
  ["90+ points", [90]],
  ["1,000 or 1_000 or 1.5", [1000, 1000, 1.5]],
  ["12,345,678 items", [12345678]],
  ["the list [1,200]", [1, 200]],
  ["1, 2 and 3", [1, 2, 3]],
  ["19% or 19 percent", [19, 19]],
  ["$100 and 50€", [100, 50]],
  ["10k users", [10000]],
  ["0x1F and 1e-3", [31, 0.001]],
  ["10ms, 5kg", [10, 5]],
  ["the 3rd and the 21st", []],
  ["on 2024-03-09 at 12:30", []],
  ["python 3.10.2", []],
  ["sha256 and x1 and H2O", []],
  ["a 3D model", []],
  ["twenty-one or zero", [21, 0]],
  ["two hundred and three", [200, 3]],
  ["a dozen or two dozen", [12, 24]],
  ["the largest one", []],
  ["one of them", []],
  ["more than one", [1]],
  ["one by one", [1]],
  ["someone and anyone", []],
  ["first, second, third", []],
  ["None, True and False", ["None", "True", "False"]],
  ["none, true and false", []],
  ["Noneness and True_ish", []],
  ["title[:18] and words[-1]", [18, -1]],
  ["80 <= x < 90", [80, 90]],
  ["(-1)", [-1]],
  ["f(-1, 2)-1", [-1, 2, 1]],
  ["9007199254740993 items", [9007199254740992]],
  ["Größe über 5 Meter", [5]],
  ["日本語 '値' 7", ["|値|", 7]],
  ["😀 'a' 😀 3", ["|a|", 3]],
];

describe("scanText", () => {
  it.each(ROWS)("reads %j", (text, literals) => {
    expect(listLiterals(text)).toEqual(literals);
  });

  it("gives offsets that include the quotation marks and the sign", () => {
    const text = String.raw`Return \"ab\" or -12 or '' now`;
    const pieces = scanText(text)
      .filter(({ kind }) => kind === "text" || kind === "number")
      .map(({ start, end }) => text.slice(start, end));
    expect(pieces).toEqual([String.raw`\"ab\"`, "-12", "''"]);
  });

  it("keeps tokens in order, apart and in range for any text", () => {
    const nasty = fc.array(
      fc.oneof(
        fc.constantFrom(
          "'",
          '"',
          "`",
          "‘",
          "’",
          "\\",
          "-",
          ".",
          ",",
          "[",
          "]",
          " ",
          "\n",
          "8",
          "1,0",
        ),
        fc.constantFrom(
          "one",
          "twenty-",
          "hundred",
          "minus ",
          "don't",
          "r'",
          "0x",
          "e5",
          "3rd",
          "😀",
        ),
        fc.string({ maxLength: 6, unit: "binary" }),
      ),
    );
    fc.assert(
      fc.property(nasty, (parts) => {
        const text = parts.join("");
        let last = 0;
        const misplaced = scanText(text).filter(({ start, end }) => {
          const isWrong = start < last || end <= start || end > text.length;
          last = end;
          return isWrong;
        });
        expect(misplaced).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
