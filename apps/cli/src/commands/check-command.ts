import type { Finding } from "@foundry/core/checks/finding";
import { Command } from "commander";
import { type CheckedRecord, checkRecord } from "../check/check-record.ts";
import { CheckSummary } from "../check/check-summary.ts";
import { readRecords } from "../check/read-records.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { openSource } from "../open-source.ts";
import { writeResult } from "../write-output.ts";

const NOTES = `
FILE is JSON Lines (one record a line) or a JSON list, of any size; - reads standard input.
A record is an IR itself, or an object with a prompt beside its IR. The IR is an object, or a
text that holds JSON.

For each record one line {index, valid, findings} goes to standard output, then a summary line.
"valid" says whether the IR fits the schema; "path" in a finding is a JSON Pointer into the IR,
and "fix", where there is one, a title with a JSON Patch. Beside its prompt an IR is also checked
for what the prompt asks for.

Exit code: 0 nothing found or only findings of severity info, 1 other findings, 2 FILE cannot
be read.

Examples:
  foundry check irs.jsonl
  foundry check irs.jsonl --strip-provenance | jq -c 'select(.valid == false)'
  cat results.json | foundry check - --ir-field answer`;

export function createCheckCommand(): Command {
  return new Command("check")
    .description("check the IRs of a file; needs no studio")
    .argument("<file>", "JSON Lines or JSON file; - for standard input")
    .option("--prompt-field <name>", "field that holds the prompt", "prompt")
    .option("--ir-field <name>", "field that holds the IR (default: ir, ir_output or completion)")
    .option(
      "--strip-provenance",
      "first take away the `provenance` properties that other tools add",
    )
    .addHelpText("after", NOTES)
    .action(runCheck);
}

interface Options {
  promptField: string;
  irField?: string;
  stripProvenance?: boolean;
}

async function runCheck(file: string, options: Options): Promise<void> {
  const summary = new CheckSummary();
  const { promptField, irField, stripProvenance: shouldStrip = false } = options;
  let index = 0;
  for await (const record of readRecords(await openSource(file))) {
    const checked = checkRecord(record, { promptField, irField, shouldStrip });
    summary.add(checked);
    await writeResult(presentRecord(index, checked));
    index += 1;
  }
  await writeResult(summary.toJson());
  if (summary.hasFindings) process.exitCode = EXIT_CODES.findings;
}

function presentRecord(index: number, { isValid, findings }: CheckedRecord): object {
  return { index, valid: isValid, findings: findings.map(presentFinding) };
}

function presentFinding({ check, errorType, severity, path, message, fix }: Finding): object {
  return { check, error_type: errorType, severity, path, message, fix };
}
