import { sha256Hex } from "../database/sha256.ts";
import { MAX_SOURCE_BYTES } from "../implementations/implementation.schema.ts";
import { BadRecordError } from "./bad-record-error.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import type { ImportImplementation } from "./import-record.ts";
import { readStorableText } from "./read-storable-text.ts";
import type { RecordField } from "./record-fields.ts";
import type { RecordIssue } from "./record-issue.ts";

/** What a record brings for its prompt to be run with. */
export interface RunFieldsReading {
  implementation: ImportImplementation | null;
  /** One list of Python expressions for each call. */
  inputs: string[][] | null;
  issues: RecordIssue[];
}

/** A bad field is left out with a warning: the prompt and its IR are good without it. */
export function readRunFields(fields: Map<string, RecordField>): RunFieldsReading {
  const implementation = readOrWarn(fields.get("implementation"), readImplementation);
  const inputs = readOrWarn(fields.get("inputs"), readInputs);
  return {
    implementation: implementation.value,
    inputs: inputs.value,
    issues: [...implementation.issues, ...inputs.issues],
  };
}

function readOrWarn<Value>(
  field: RecordField | undefined,
  read: (field: RecordField) => Value,
): { value: Value | null; issues: RecordIssue[] } {
  if (field === undefined || field.content.trim() === "") return { value: null, issues: [] };
  try {
    return { value: read(field), issues: [] };
  } catch (error) {
    if (!(error instanceof BadRecordError)) throw error;
    const message = `${error.issue.message} The rest of the record was imported without it.`;
    return { value: null, issues: [{ ...error.issue, severity: "warning", message }] };
  }
}

function readImplementation(field: RecordField): ImportImplementation {
  const source = readStorableText(field, "implementation", MAX_SOURCE_BYTES);
  if (Buffer.byteLength(source) > MAX_SOURCE_BYTES) {
    throw new BadRecordError(
      "too_long",
      "The implementation has more than 20 kB. Shorten it.",
      field.path,
    );
  }
  return { source, sha256: sha256Hex(source) };
}

function readInputs(field: RecordField): string[][] {
  const calls = parse(field.content);
  if (!Array.isArray(calls)) throw badInputs(field.path);
  if (calls.length > IMPORT_LIMITS.inputCalls) {
    throw tooLarge(field.path, `${calls.length} inputs; the limit is ${IMPORT_LIMITS.inputCalls}`);
  }
  return calls.map((call: unknown, index) => readCall(call, `${field.path}/${index}`));
}

function readCall(call: unknown, path: string): string[] {
  if (!Array.isArray(call)) throw badInputs(path);
  if (call.length > IMPORT_LIMITS.inputArguments) {
    throw tooLarge(path, `an input of ${call.length} arguments`);
  }
  return call.map((argument: unknown, index) => {
    const place = `${path}/${index}`;
    if (typeof argument !== "string") throw badInputs(place);
    const field = { path: place, isText: true, content: argument };
    return readStorableText(field, "argument", IMPORT_LIMITS.inputLength);
  });
}

/** Undefined when it is not JSON: a text, for example in a CSV cell, may be anything. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The caller reports it: not JSON is as bad as JSON of another shape.
    return undefined;
  }
}

function badInputs(path: string): BadRecordError {
  return new BadRecordError(
    "bad_inputs",
    '`inputs` must be a list of argument lists, each argument a Python expression in quotes: [["1", "[True, None]"], …].',
    path,
  );
}

function tooLarge(path: string, what: string): BadRecordError {
  return new BadRecordError("too_many_inputs", `\`inputs\` has ${what}. Shorten it.`, path);
}
