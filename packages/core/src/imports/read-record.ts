import { isUtf8 } from "node:buffer";
import { sha256Hex } from "../database/sha256.ts";
import { BadRecordError } from "./bad-record-error.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import type { ImportIr, ImportRecord } from "./import-record.ts";
import { readBenchmarkCase } from "./read-benchmark-case.ts";
import { readIrField } from "./read-ir-field.ts";
import { readRunFields } from "./read-run-fields.ts";
import { readStorableText } from "./read-storable-text.ts";
import type { RecordField, RecordFields } from "./record-fields.ts";
import type { RecordIssue } from "./record-issue.ts";
import type { SourceRecord } from "./source-record.ts";

export interface RecordReading {
  /** Null when the record is bad: then one of the issues is an error. */
  record: ImportRecord | null;
  issues: RecordIssue[];
  /** JSON Pointers of fields that were not taken. */
  ignored: string[];
}

const IR_FIELDS = ["ir", "ir_output", "completion"];

/**
 * Reads one record, good or bad. Never throws for what a file can hold.
 * @param readFields finds the fields in the record's text
 */
export function readRecord(
  { content, line }: SourceRecord,
  readFields: (text: string, line: number) => RecordFields,
): RecordReading {
  try {
    const record = readFields(decode(content), line);
    return interpret(record);
  } catch (error) {
    if (!(error instanceof BadRecordError)) throw error;
    return { record: null, issues: [error.issue], ignored: [] };
  }
}

function decode(content: SourceRecord["content"]): string {
  if (!Buffer.isBuffer(content)) throw new BadRecordError(content.code, content.message);
  if (isUtf8(content)) return content.toString("utf8");
  throw new BadRecordError(
    "not_utf8",
    "This record has bytes that are not UTF-8. Save the file as UTF-8 and import it again.",
  );
}

function interpret({ fields, ignored, issues }: RecordFields): RecordReading {
  const text = readPrompt(fields, ignored);
  refuseNegative(fields);
  const irReading = readOneIr(fields);
  const benchmarkCase = readBenchmarkCase(fields);
  const { implementation, inputs, issues: materialIssues } = readRunFields(fields);
  const caseFields = benchmarkCase === null ? ["name", "function_name"] : [];
  const unused = caseFields.flatMap((name) => fields.get(name)?.path ?? []);
  return {
    record: {
      prompt: {
        text,
        sha256: sha256Hex(text),
        category: readLabel(fields, "category", IMPORT_LIMITS.labelLength),
        complexity: readLabel(fields, "complexity", IMPORT_LIMITS.labelLength),
        source: readLabel(fields, "source", IMPORT_LIMITS.sourceLength),
      },
      ir: irReading.ir,
      benchmarkCase,
      implementation,
      inputs,
    },
    issues: [...issues, ...irReading.issues, ...materialIssues],
    ignored: [...ignored, ...unused],
  };
}

function readPrompt(fields: Map<string, RecordField>, ignored: string[]): string {
  const field = fields.get("prompt");
  if (field === undefined) {
    const names = [...[...fields.values()].map(({ path }) => path), ...ignored];
    const found = names.slice(0, 8).map((path) => `\`${path.slice(1, 41)}\``);
    throw new BadRecordError(
      "no_prompt",
      `There is no \`prompt\`. Found: ${found.join(", ") || "nothing"}. Name the field with the prompt's text \`prompt\`.`,
    );
  }
  const text = readStorableText(field, "prompt", IMPORT_LIMITS.promptLength);
  if (text.trim() !== "") return text;
  throw new BadRecordError(
    "prompt_blank",
    "The prompt is empty. Write it, or take the record out.",
    field.path,
  );
}

function refuseNegative(fields: Map<string, RecordField>): void {
  const label = fields.get("label");
  if (label?.content !== "bad") return;
  throw new BadRecordError(
    "negative_example",
    "This is a negative example (`label` is `bad`); such IRs are wrong on purpose and are not reviewed. Take it out.",
    label.path,
  );
}

function readOneIr(fields: Map<string, RecordField>): {
  ir: ImportIr | null;
  issues: RecordIssue[];
} {
  const [field, second] = IR_FIELDS.flatMap((name) => fields.get(name) ?? []).filter(
    ({ content }) => content.trim() !== "",
  );
  if (field === undefined) return { ir: null, issues: [] };
  if (second === undefined) return readIrField(field);
  throw new BadRecordError(
    "two_irs",
    `This record has two IRs, \`${field.path.slice(1)}\` and \`${second.path.slice(1)}\`. Keep one.`,
    second.path,
  );
}

/** Labels are compared and filtered by, so white space around one does not make another. */
function readLabel(
  fields: Map<string, RecordField>,
  name: string,
  maxLength: number,
): string | null {
  const field = fields.get(name);
  if (field === undefined) return null;
  const label = readStorableText(field, name, maxLength).trim();
  return label === "" ? null : label;
}
