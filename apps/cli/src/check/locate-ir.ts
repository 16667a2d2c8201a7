import { BadRecordError } from "@foundry/core/imports/bad-record-error";
import { readJsonFields } from "@foundry/core/imports/read-json-fields";
import type { RecordFields } from "@foundry/core/imports/record-fields";
import { RECORD_SCAN_LIMITS } from "@foundry/core/imports/record-scan-limits";
import { scanJson } from "@foundry/core/ir/scan-json";
import { findInRecord, type LocatedIr } from "./located-ir.ts";

const IR_FIELDS = ["ir", "ir_output", "completion"];

export interface FieldNames {
  promptField: string;
  /** Undefined: any of the usual names. */
  irField: string | undefined;
}

/**
 * Finds the prompt, and the raw text of the IR, in the JSON text of a record: in its field, as a value or as a text
 * that holds JSON, or the whole record where that is an IR itself.
 * @param line where the record starts in the file, for messages
 */
export function locateIr(text: string, line: number, names: FieldNames): LocatedIr {
  try {
    const { fields, issues } = readJsonFields(text, line);
    const prompt = readPrompt(text, fields, names.promptField);
    const findings = issues.map(({ severity, message }) => findInRecord(severity, message));
    const usual = IR_FIELDS.flatMap((name) => fields.get(name)?.content ?? []);
    const [raw = null] = names.irField === undefined ? usual : readField(text, names.irField);
    if (raw !== null) return { prompt, raw, findings };
    if (names.irField === undefined && !hasKey(text, names.promptField)) {
      return { prompt: null, raw: text, findings: [] };
    }
    const missing = findInRecord("error", describeMissing(names.irField));
    return { prompt, raw, findings: [...findings, missing] };
  } catch (error) {
    if (!(error instanceof BadRecordError)) throw error;
    return { prompt: null, raw: null, findings: [findInRecord("error", error.issue.message)] };
  }
}

/** Under its usual name also where a benchmark's result has it, inside another object. */
function readPrompt(text: string, fields: RecordFields["fields"], name: string): string | null {
  const field = name === "prompt" ? fields.get(name) : undefined;
  if (field !== undefined) return field.isText ? field.content : null;
  const raw = listValues(text, name).at(-1);
  return raw?.startsWith('"') === true ? (JSON.parse(raw) as string) : null;
}

function describeMissing(irField: string | undefined): string {
  return irField === undefined
    ? "The record has a prompt but no IR; its field is `ir`, `ir_output` or `completion`."
    : `The record has no field \`${irField}\`.`;
}

function hasKey(text: string, key: string): boolean {
  return listValues(text, key).length > 0;
}

/** The last value wins where a key is there twice, as for JSON.parse. */
function readField(text: string, key: string): string[] {
  const raw = listValues(text, key).at(-1);
  if (raw === undefined || raw === "null") return [];
  return [raw.startsWith('"') ? (JSON.parse(raw) as string) : raw];
}

function listValues(text: string, key: string): string[] {
  const scan = scanJson(text, RECORD_SCAN_LIMITS);
  const children = scan.ok ? scan.overview.children : [];
  return children
    .filter((child) => child.key === key)
    .map(({ start, end }) => text.slice(start, end));
}
