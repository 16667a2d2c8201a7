import { isUtf8 } from "node:buffer";
import { checkIr } from "@foundry/core/checks/check-ir";
import type { Finding } from "@foundry/core/checks/finding";
import type { SourceRecord } from "@foundry/core/imports/source-record";
import { stripProvenance } from "@foundry/core/ir/strip-provenance";
import { type FieldNames, locateIr } from "./locate-ir.ts";
import { findInRecord, type LocatedIr } from "./located-ir.ts";

export interface CheckOptions extends FieldNames {
  shouldStrip: boolean;
}

export interface CheckedRecord {
  isValid: boolean;
  findings: Finding[];
  /** How many `provenance` properties were taken away before the check. */
  strippedCount: number;
}

/** Checks the IR of one record against its prompt, if it has one. A record that cannot be read has a finding that says why. */
export function checkRecord(record: SourceRecord, options: CheckOptions): CheckedRecord {
  const { prompt, raw, findings } = locate(record, options);
  if (raw === null) return { isValid: false, findings, strippedCount: 0 };
  const stripped = options.shouldStrip ? stripProvenance(raw) : { raw, removedPaths: [] };
  const checked = checkIr(prompt, stripped.raw);
  return {
    isValid: checked.isSchemaValid,
    findings: [...findings, ...checked.findings],
    strippedCount: stripped.removedPaths.length,
  };
}

function locate({ content, line }: SourceRecord, names: FieldNames): LocatedIr {
  if (!Buffer.isBuffer(content)) return refuse("message" in content ? content.message : "");
  if (!isUtf8(content)) return refuse("This record has bytes that are not UTF-8.");
  return locateIr(content.toString("utf8"), line, names);
}

function refuse(message: string): LocatedIr {
  return { prompt: null, raw: null, findings: [findInRecord("error", message)] };
}
