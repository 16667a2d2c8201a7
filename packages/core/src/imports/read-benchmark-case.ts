import { BadRecordError } from "./bad-record-error.ts";
import { escapeLoneSurrogates } from "./escape-lone-surrogates.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import type { ImportBenchmarkCase } from "./import-record.ts";
import { readStorableText } from "./read-storable-text.ts";
import type { RecordField } from "./record-fields.ts";

/**
 * The benchmark case of a record, or null when it has no `test_cases`.
 * @throws BadRecordError
 */
export function readBenchmarkCase(fields: Map<string, RecordField>): ImportBenchmarkCase | null {
  const testCases = fields.get("test_cases");
  if (testCases === undefined) return null;
  const functionName = readName(fields.get("function_name"), "function_name");
  if (functionName === null) {
    throw new BadRecordError(
      "no_function_name",
      "A benchmark case needs `function_name`, the function that its test cases call. Add it.",
    );
  }
  return {
    name: readName(fields.get("name"), "name") ?? functionName,
    functionName,
    testCases: readTestCases(testCases),
  };
}

function readName(field: RecordField | undefined, what: string): string | null {
  if (field === undefined) return null;
  const name = readStorableText(field, what, IMPORT_LIMITS.nameLength).trim();
  return name === "" ? null : name;
}

function readTestCases({ isText, content, path }: RecordField): string {
  const raw = isText ? escapeLoneSurrogates(content) : content;
  const cases = parse(raw);
  if (!Array.isArray(cases)) throw badCases(path);
  const badIndex = cases.findIndex((pair) => !Array.isArray(pair) || pair.length !== 2);
  if (badIndex !== -1) throw badCases(`${path}/${badIndex}`);
  return raw;
}

/** Undefined when it is not JSON: a text, for example in a CSV cell, may be anything. */
function parse(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    // The caller reports it: not JSON is as bad as JSON of another shape.
    return undefined;
  }
}

function badCases(path: string): BadRecordError {
  return new BadRecordError(
    "bad_test_cases",
    "`test_cases` must be a list of pairs: [[arguments, expected], …]. Correct this one.",
    path,
  );
}
