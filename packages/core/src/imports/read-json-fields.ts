import { toJsonPointer } from "../ir/json-pointer.ts";
import { type JsonOverview, scanJson } from "../ir/scan-json.ts";
import type { ScanProblem } from "../ir/scan-problem.ts";
import { BadRecordError } from "./bad-record-error.ts";
import { FIELD_NAMES, type RecordFields } from "./record-fields.ts";
import type { RecordIssue } from "./record-issue.ts";
import { RECORD_SCAN_LIMITS } from "./record-scan-limits.ts";

/** Objects that benchmark results put around a record's fields. */
const WRAPPERS = new Set(["prompt", "result"]);
const MAX_WRAPPERS = 2;
const IR_PATH = /^\/(?:result\/)?(?:prompt\/)?(?:ir|ir_output|completion)\//;

/**
 * Finds the fields of a record in its JSON text, also those inside `prompt` and `result`;
 * where a name is there twice, the outer one counts. No object is built, so no key can do harm.
 * @param line where the text starts in the file, for messages on records of several lines
 * @throws BadRecordError
 */
export function readJsonFields(text: string, line: number): RecordFields {
  const overview = scan(text, line);
  if (overview.kind !== "object") {
    throw new BadRecordError(
      "not_an_object",
      'A record must be a JSON object such as {"prompt": "…"}.',
    );
  }
  const record: RecordFields = { fields: new Map(), ignored: [], issues: warnOfKeys(overview) };
  takeFields(record, text, overview, []);
  return record;
}

function takeFields(
  record: RecordFields,
  text: string,
  overview: JsonOverview,
  outerPath: readonly string[],
): void {
  const inner: { path: string[]; raw: string }[] = [];
  // Of a key that is there twice the last one counts, as for JSON.parse.
  const lastChildren = new Map(overview.children.map((child) => [child.key ?? "", child]));
  for (const [key, { start, end }] of lastChildren) {
    const raw = text.slice(start, end);
    const path = [...outerPath, key];
    if (isWrapper(path, raw)) inner.push({ path, raw });
    else if (!FIELD_NAMES.has(key)) record.ignored.push(toJsonPointer(path));
    else if (raw !== "null" && !record.fields.has(key)) {
      const isText = raw.startsWith('"');
      const content = isText ? (JSON.parse(raw) as string) : raw;
      record.fields.set(key, { path: toJsonPointer(path), isText, content });
    }
  }
  for (const { path, raw } of inner) takeFields(record, raw, scan(raw, 1), path);
}

function isWrapper(path: readonly string[], raw: string): boolean {
  return WRAPPERS.has(path.at(-1) ?? "") && path.length <= MAX_WRAPPERS && raw.startsWith("{");
}

function scan(text: string, line: number): JsonOverview {
  const result = scanJson(text, RECORD_SCAN_LIMITS);
  if (result.ok) return result.overview;
  throw describeProblem(result.problem, line);
}

function describeProblem(problem: ScanProblem, line: number): BadRecordError {
  const place =
    problem.line === 1
      ? `column ${problem.column} of the record`
      : `line ${line + problem.line - 1}, column ${problem.column}`;
  if (problem.reason === "syntax") {
    return new BadRecordError(
      "not_json",
      `This is not valid JSON: ${problem.message} (${place}). Correct the record.`,
    );
  }
  return new BadRecordError(
    problem.reason === "too_deep" ? "too_deep" : "record_too_large",
    `This record is too large to read: ${problem.message} (${place}). Take it out or shorten it.`,
  );
}

/** Keys inside an IR are the IR's own findings. */
function warnOfKeys({ duplicateKeys, prototypeKeys }: JsonOverview): RecordIssue[] {
  const duplicates = duplicateKeys.filter((path) => !IR_PATH.test(path));
  const prototypes = prototypeKeys.filter((path) => !IR_PATH.test(path));
  return [
    ...warnOnce(
      "duplicate_key",
      duplicates,
      (path) =>
        `${path} is written more than once; the last one counts. Check that it is the right one.`,
    ),
    ...warnOnce(
      "prototype_key",
      prototypes,
      (path) => `${path} uses the key \`__proto__\`. It was left out; rename it if it matters.`,
    ),
  ];
}

function warnOnce(
  code: string,
  [path, ...more]: string[],
  describe: (path: string) => string,
): RecordIssue[] {
  if (path === undefined) return [];
  const rest = more.length === 0 ? "" : ` The same holds for ${more.length} more.`;
  return [{ severity: "warning", code, message: `${describe(path)}${rest}`, path }];
}
