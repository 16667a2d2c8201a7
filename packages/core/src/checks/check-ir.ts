import { type IrReading, readIr } from "../ir/read-ir.ts";
import { CHECKS } from "./check-catalogue.ts";
import { CheckSubject } from "./check-subject.ts";
import { addFormFixes } from "./fixes/add-form-fixes.ts";
import type { Check } from "./check.ts";
import { hasPlace } from "./has-place.ts";
import { type Finding, SEVERITIES } from "./finding.ts";
import { readCheckableIr } from "./read-checkable-ir.ts";
import type { LedgerEntry } from "./ledger/ledger-entry.ts";

/** Of one check: a hostile document must not fill the screen and the database. */
const MAX_FINDINGS = 100;

export interface CheckedIr extends IrReading {
  ledger: readonly LedgerEntry[];
}

/**
 * Everything the checks say about the raw text of an IR, errors first. Deterministic, never throws
 * and needs neither network nor clock, so the browser, the workers and the command line run it alike.
 *
 * @param prompt null when the IR stands alone: then nothing is said that needs the prompt
 */
export function checkIr(prompt: string | null, raw: string): CheckedIr {
  const reading = readIr(raw);
  const ir = readCheckableIr(reading);
  if (ir === null) return { ...reading, ledger: [] };
  const subject = new CheckSubject(prompt, ir);
  const formFindings = addFormFixes(reading.findings, ir);
  const observed = CHECKS.flatMap((check) => runCheck(check, subject));
  // Of a part that is no object the schema check has said enough.
  const placed = reading.isSchemaValid
    ? observed
    : observed.filter(({ path }) => hasPlace(reading.value, path));
  const findings = [...formFindings, ...placed];
  return { ...reading, findings: sortFindings(findings), ledger: subject.ledger };
}

function runCheck(check: Check, subject: CheckSubject): Finding[] {
  return check
    .run(subject)
    .slice(0, MAX_FINDINGS)
    .map((observation) => ({ check: check.id, errorType: check.errorType, ...observation }));
}

/** Stable within a severity: the order of the catalogue, then of the document. */
function sortFindings(findings: Finding[]): Finding[] {
  return findings.toSorted(
    (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity),
  );
}
