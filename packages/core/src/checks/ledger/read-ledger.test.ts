import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ir, irSchema } from "../../ir/ir.schema.ts";
import { buildExampleIr } from "../build-example-ir.ts";
import type { ExampleIr } from "../check.ts";
import { readLedger } from "./read-ledger.ts";

const makeIr = (example: ExampleIr): Ir => irSchema.parse(buildExampleIr(example));

function readStatuses(prompt: string, example: ExampleIr): string[] {
  return readLedger(prompt, makeIr(example)).map(({ value, status }) => `${value} ${status}`);
}

/** The text at a JSON Pointer. */
function resolve(ir: Ir, path: string): string {
  let value: unknown = ir;
  for (const part of path.split("/").slice(1)) value = (value as Record<string, unknown>)[part];
  return value as string;
}

describe("readLedger", () => {
  it.each<[string, string, string, string[]]>([
    ["found", "return 'N/A' if not", "Return LITERAL 'N/A'.", ["N/A found"]],
    ["altered", "return 'N/A' if not", "Return LITERAL 'NA'.", ["N/A altered"]],
    ["altered by case", "return 'ok' if so", "Return LITERAL 'OK'.", ["ok altered"]],
    [
      "altered by a letter",
      "return 'too short' if so",
      "Return LITERAL 'to short'.",
      ["too short altered"],
    ],
    ["unmarked", "return 'ok' if so", "Return 'ok'.", ["ok unmarked"]],
    ["bare", "return 'too short' if so", "Return too short.", ["too short unmarked"]],
    ["missing", "return 'ok' if so", "Return a text.", ["ok missing"]],
    ["another quotation mark", "return 'ok' if so", 'Return LITERAL "ok".', ["ok found"]],
    ["spelled out", "at least 8 items", "If there are at least eight items, stop.", ["8 found"]],
    ["as a float", "at least 8 items", "If n >= 8.0, stop.", ["8 found"]],
    ["percent", "add 19 percent", "Return x * 0.19.", ["19 found"]],
    ["percent on top", "add 19% tax", "Return x * 1.19.", ["19 found"]],
    ["as percent", "a rate of 0.19", "Return 19 percent of x.", ["0.19 found"]],
    ["next whole number", "fewer than 8 items", "If len(x) <= 7, stop.", ["8 found"]],
    ["range", "80–89 is a B", "If 80 <= x < 90, return LITERAL 1.", ["80 found", "89 found"]],
    ["range stop", "from 1 to 12", "For each m in range(1, 13), add it.", ["1 found", "12 found"]],
    ["off by one", "fewer than 8 items", "If len(x) < 9, stop.", ["8 altered"]],
    ["negative zero", "if it is negative or 0", "If x is not positive, stop.", ["0 found"]],
    ["unit", "after 2 hours", "If seconds > 7200, stop.", ["2 found"]],
    ["case folded", "return 'CC' if so", "If key.lower() == LITERAL 'cc', stop.", ["CC found"]],
    ["one of a set", "remove '@' and '#'", "Remove each of LITERAL '#@'.", ["@ found", "# found"]],
  ])("%s", (_, prompt, effect, statuses) => {
    expect(readStatuses(prompt, { effects: [effect] })).toEqual(statuses);
  });

  it("links both ways with exact offsets", () => {
    const prompt = "Return 'too short' if it has fewer than 8 characters.";
    const ir = makeIr({
      effects: ["If len(x) < 8, return LITERAL 'too short'."],
      assertions: ["len(x) != 7 or result == 'too short'"],
    });
    const [text, number] = readLedger(prompt, ir);
    expect(prompt.slice(text?.start, text?.end)).toBe("'too short'");
    expect(text?.places).toEqual([
      { path: "/effects/0/description", start: 30, end: 41, isExact: true, isMarked: true },
      { path: "/assertions/0/predicate", start: 25, end: 36, isExact: true, isMarked: false },
    ]);
    expect(prompt.slice(number?.start, number?.end)).toBe("8");
    expect(number?.comparison).toBe("<");
  });

  it("keeps every place in its text for any prompt and effect", () => {
    const words = fc.constantFrom(
      "'a b'",
      '"8"',
      "8",
      "-1",
      "fewer than",
      "LITERAL",
      "80-89",
      "None",
      "`x`",
      "or",
      "'",
      "zero",
      "😀",
      ".",
    );
    const sentence = fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(sentence, sentence, (left, right) => {
        const prompt = left.join(" ");
        const ir = makeIr({ effects: [right.join(" ")], assertions: [right.join("")] });
        for (const entry of readLedger(prompt, ir)) {
          expect(entry.end).toBeLessThanOrEqual(prompt.length);
          for (const { path, start, end } of entry.places) {
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(resolve(ir, path).length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("finds every literal of the clean samples, and only the known flaws elsewhere", () => {
    const file = new URL("../../../../../corpus/sample-corpus.jsonl", import.meta.url);
    const lines = readFileSync(file, "utf8").trim().split("\n");
    const odd = lines.flatMap((line, index) => {
      const record = JSON.parse(line) as { prompt: string; ir: unknown };
      const parsed = irSchema.safeParse(record.ir);
      if (!parsed.success) return [];
      return readLedger(record.prompt, parsed.data)
        .filter(({ role, status }) => role !== "mention" && status !== "found")
        .map(({ value, status }) => `${index} ${value} ${status}`);
    });
    expect(odd).toEqual(["6 out of stock missing", "14 N/A altered"]);
  });
});
