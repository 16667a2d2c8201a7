import { scanJson } from "../ir/scan-json.ts";
import { RECORD_SCAN_LIMITS } from "../imports/record-scan-limits.ts";

/** A benchmark case as Python expressions. */
export interface PythonCase {
  arguments: string[];
  expected: string;
}

const TOKEN = /"(?:[^"\\]+|\\.)*"|true|false|null/g;
const WORDS: Record<string, string> = { true: "True", false: "False", null: "None" };

/**
 * The cases of a benchmark, `[[arguments, expected], ...]`, as Python. Numbers keep their spelling,
 * because `1.0` is no `1` to Python and a large integer none to JavaScript.
 *
 * @param testCases JSON text; what is not in the shape is left out
 */
export function readPythonCases(testCases: string): PythonCase[] {
  return listElements(testCases).flatMap((pair) => {
    const [args, expected, ...more] = listElements(pair);
    if (args === undefined || expected === undefined || more.length > 0) return [];
    const values = args.startsWith("[") ? listElements(args) : [args];
    return [{ arguments: values.map(toPython), expected: toPython(expected) }];
  });
}

/** The elements of a JSON array as they are written; none when it is no array. */
function listElements(json: string): string[] {
  if (!json.trimStart().startsWith("[")) return [];
  const scan = scanJson(json, RECORD_SCAN_LIMITS);
  return scan.ok ? scan.overview.children.map(({ start, end }) => json.slice(start, end)) : [];
}

/** JSON's strings are parsed and written anew: Python knows neither `\/` nor pairs of escapes. */
function toPython(json: string): string {
  return json.replace(
    TOKEN,
    (token) => WORDS[token] ?? JSON.stringify(JSON.parse(token) as string),
  );
}
