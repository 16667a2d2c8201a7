import { describe, expect, it } from "vitest";
import { checkIr } from "../checks/check-ir.ts";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { IR_LIMITS } from "../ir/ir-limits.ts";
import { readIr } from "../ir/read-ir.ts";
import { scanJson } from "../ir/scan-json.ts";
import { CATEGORIES, COMPLEXITIES } from "../samples/sample-state.ts";
import { readSampleCorpus } from "./testing/read-sample-corpus.ts";

const { lines, records, flaws } = readSampleCorpus();

describe("the sample corpus", () => {
  it("has as many prompts in each category, and every complexity", () => {
    const counts = CATEGORIES.map(
      (category) => records.filter((record) => record.category === category).length,
    );
    expect(counts).toEqual([8, 8, 8, 8, 8, 8]);
    expect(new Set(records.map((record) => record.complexity))).toEqual(new Set(COMPLEXITIES));
  });

  it("repeats no prompt and no function name", () => {
    expect(new Set(records.map((record) => record.prompt.toLowerCase())).size).toBe(records.length);
    const names = records.map((record) => JSON.stringify(valueAt(record.ir, "/signature/name")));
    expect(new Set(names).size).toBe(records.length);
  });

  it("has one flaw in each third record or so, and every error type among them", () => {
    expect(new Set(flaws.map((flaw) => flaw.index)).size).toBe(flaws.length);
    expect(flaws).toHaveLength(records.length / 3);
    expect(new Set(flaws.map((flaw) => flaw.error_type))).toEqual(new Set(ERROR_TYPE_IDS));
  });

  it.each(records.map((record) => [record.index, record] as const))(
    "record %i has a finding of the schema only where its flaw says so",
    (_, { ir, flaw }) => {
      const expected = flaw?.error_type === "schema_invalid" ? [flaw.path] : [];
      expect(readIr(JSON.stringify(ir)).findings.map((finding) => finding.path)).toEqual(expected);
    },
  );

  it.each(flaws.map((flaw) => [flaw.error_type, flaw] as const))(
    "the place of the flaw %s exists",
    (_, flaw) => {
      expect(valueAt(records[flaw.index]?.ir, flaw.path)).toBeDefined();
    },
  );

  it.each(flaws.map((flaw) => [flaw.index, flaw.error_type, flaw] as const))(
    "record %i has a finding of its flaw, %s, at its place",
    (index, errorType, { path }) => {
      const { prompt, ir } = recordAt(index);
      const { findings } = checkIr(prompt, JSON.stringify(ir));
      expect(findings.filter((finding) => finding.severity !== "info")).toContainEqual(
        expect.objectContaining({ errorType, path }),
      );
    },
  );

  it.each(
    records.filter(({ flaw }) => flaw === null).map((record) => [record.index, record] as const),
  )("record %i, which has no flaw, has nothing that a person must look at", (_, { prompt, ir }) => {
    const { findings } = checkIr(prompt, JSON.stringify(ir));
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("writes no key twice and has no line that the scanner refuses", () => {
    const scans = lines.map((line) => scanJson(line, IR_LIMITS));
    expect(scans.filter((scan) => !scan.ok || scan.overview.duplicateKeys.length > 0)).toEqual([]);
  });

  it("leaves holes only where the flaw is an unresolved hole", () => {
    const open = lines.flatMap((line, index) => (line.includes('"holes"') ? [index] : []));
    const declared = flaws.filter((flaw) => flaw.error_type === "unresolved_hole");
    expect(open).toEqual(declared.map((flaw) => flaw.index));
  });

  it("keeps every quoted text of a prompt in its IR, apart from the declared flaws", () => {
    const lost = records.flatMap(({ prompt, ir, flaw }) => {
      if (["verbose_string", "wrong_literal"].includes(flaw?.error_type ?? "")) return [];
      const quoted = [...prompt.matchAll(/(?<![a-z])'([^']+)'(?![a-z])/g)].map((match) => match[1]);
      return quoted.filter((text) => !JSON.stringify(ir).includes(`LITERAL '${text}'`));
    });
    expect(lost).toEqual([]);
  });
});

function recordAt(index: number) {
  const record = records[index];
  if (record === undefined) throw new Error(`there is no record ${index}`);
  return record;
}

/** The value at a JSON Pointer without escapes; undefined where there is none. */
function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const step of pointer.slice(1).split("/")) {
    value = Object.entries(Object(value)).find(([key]) => key === step)?.[1];
  }
  return value;
}
