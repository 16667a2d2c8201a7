import type { z } from "zod";
import type { Finding } from "../checks/finding.ts";
import { describeSchemaIssue, splitSchemaIssue } from "./describe-schema-issue.ts";
import { IR_LIMITS } from "./ir-limits.ts";
import { type Ir, irSchema } from "./ir.schema.ts";
import { scanJson } from "./scan-json.ts";
import type { ScanProblem } from "./scan-problem.ts";

const MAX_FINDINGS = 100;

export interface IrReading {
  /** The document as written, without defaults filled in; undefined when there is none. */
  value: unknown;
  /** The document with defaults filled in; null unless it fits IR.md section 1. */
  ir: Ir | null;
  /** Fits IR.md section 1. Duplicate keys alone do not make an IR invalid. */
  isSchemaValid: boolean;
  findings: Finding[];
}

/**
 * Reads the raw text of an IR and says what is wrong with its form. Never throws: a text that is
 * too large, too deep or not JSON gives one finding and no value. Pure, so the browser runs it too.
 */
export function readIr(raw: string): IrReading {
  const scan = scanJson(raw, IR_LIMITS);
  if (!scan.ok) {
    const findings = [describeScan(scan.problem)];
    return { value: undefined, ir: null, isSchemaValid: false, findings };
  }
  const value: unknown = JSON.parse(raw);
  const parsed = irSchema.safeParse(value, { reportInput: true });
  const issues = parsed.success ? [] : parsed.error.issues.flatMap(splitSchemaIssue);
  const { duplicateKeys, prototypeKeys } = scan.overview;
  const describe = [
    ...issues.map((issue) => () => reportIssue(issue, value)),
    ...duplicateKeys.map((path) => () => warnOfDuplicate(path)),
    ...prototypeKeys.map((path) => () => warnOfPrototypeKey(path)),
  ];
  const findings = takeFindings(describe);
  return { value, ir: parsed.data ?? null, isSchemaValid: parsed.success, findings };
}

function reportIssue(issue: z.core.$ZodIssue, value: unknown): Finding {
  return {
    check: "schema",
    errorType: "schema_invalid",
    severity: "error",
    ...describeSchemaIssue(issue, value),
  };
}

function describeScan({ reason, message, line, column }: ScanProblem): Finding {
  const place = `line ${line}, column ${column}`;
  return {
    check: "json",
    errorType: "schema_invalid",
    severity: "error",
    path: "",
    message:
      reason === "syntax"
        ? `the IR is not JSON: ${message} (${place})`
        : `the IR is too large to read: ${message} (${place})`,
  };
}

function warnOfDuplicate(path: string): Finding {
  return {
    check: "duplicate_key",
    errorType: "schema_invalid",
    severity: "warning",
    path,
    message: `${path} is written more than once in its object; most readers keep only the last`,
  };
}

function warnOfPrototypeKey(path: string): Finding {
  return {
    check: "prototype_key",
    errorType: "schema_invalid",
    severity: "warning",
    path,
    message: `${path} uses the key \`__proto__\`, which some programs misread; choose another`,
  };
}

/** A hostile document must not fill the screen and the database. */
function takeFindings(describe: (() => Finding)[]): Finding[] {
  const findings = describe.slice(0, MAX_FINDINGS).map((finding) => finding());
  const more = describe.length - MAX_FINDINGS;
  if (more <= 0) return findings;
  const rest: Finding = {
    check: "schema",
    errorType: "schema_invalid",
    severity: "info",
    path: "",
    message: `${more} more findings are not listed`,
  };
  return [...findings, rest];
}
