import { readIr } from "../ir/read-ir.ts";
import { toStorableDocument } from "../ir/storable-document.ts";
import { stripProvenance } from "../ir/strip-provenance.ts";
import type { Finding } from "../checks/finding.ts";
import { sha256Hex } from "../database/sha256.ts";
import { BadRecordError } from "./bad-record-error.ts";
import { escapeLoneSurrogates } from "./escape-lone-surrogates.ts";
import type { ImportIr } from "./import-record.ts";
import type { RecordField } from "./record-fields.ts";
import type { RecordIssue } from "./record-issue.ts";

/**
 * An IR from its field: the value as written, or a text that holds JSON. One that does not fit the
 * schema is taken, because review is where that is put right.
 * @throws BadRecordError when it is not JSON, or too large to be read
 */
export function readIrField(field: RecordField): { ir: ImportIr; issues: RecordIssue[] } {
  const original = field.isText ? escapeLoneSurrogates(field.content) : field.content;
  const { raw, removedPaths } = stripProvenance(original);
  const { value, isSchemaValid, findings } = readIr(raw);
  if (value === undefined) throw refuse(field, findings);
  const document = toStorableDocument(value);
  return {
    ir: {
      raw,
      sha256: sha256Hex(raw),
      documentJson: document === null ? null : JSON.stringify(document),
      isSchemaValid,
      rawBeforeStrip: removedPaths.length === 0 ? null : original,
    },
    issues: [
      ...describeStripped(removedPaths, field.path),
      ...describeSchema(findings, field.path),
      ...describeWarnings(findings, field.path),
    ],
  };
}

function refuse({ content, path }: RecordField, [finding]: Finding[]): BadRecordError {
  const isFenced = content.trimStart().startsWith("```");
  const why = capitalise(finding?.message ?? "the IR cannot be read");
  const advice = isFenced ? "Remove the ``` around it" : "Correct it or take it out";
  return new BadRecordError("ir_unreadable", `${why}. ${advice}.`, path);
}

function describeStripped(paths: string[], base: string): RecordIssue[] {
  const [first] = paths;
  if (first === undefined) return [];
  const message = `${paths.length} \`provenance\` ${paths.length === 1 ? "property was" : "properties were"} taken out of the IR; the text as it came is kept beside it.`;
  return [{ severity: "info", code: "provenance_stripped", message, path: base + first }];
}

function describeSchema(findings: Finding[], base: string): RecordIssue[] {
  const errors = findings.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first === undefined) return [];
  const places = errors.length === 1 ? "" : ` in ${errors.length} places, first`;
  const message = `The IR does not fit the schema${places}: ${first.message}. It was imported as it is, for review.`;
  return [{ severity: "warning", code: "ir_schema_invalid", message, path: base + first.path }];
}

/** One issue a check: a hostile IR must not fill the report. */
function describeWarnings(findings: Finding[], base: string): RecordIssue[] {
  const warnings = findings.filter(({ severity }) => severity === "warning");
  const checks = new Set(warnings.map(({ check }) => check));
  return [...checks].flatMap((check) => {
    const [first, ...more] = warnings.filter((warning) => warning.check === check);
    if (first === undefined) return [];
    const rest = more.length === 0 ? "" : ` The same holds for ${more.length} more.`;
    const message = `In the IR, ${first.message}.${rest} It was kept as it is.`;
    return [{ severity: "warning", code: `ir_${check}`, message, path: base + first.path }];
  });
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
