import type { CheckExample, CheckInfo } from "@foundry/core/checks/check";
import { checkIr } from "@foundry/core/checks/check-ir";
import type { ErrorType } from "@foundry/core/checks/error-types";
import { type Finding, SEVERITIES, type Severity } from "@foundry/core/checks/finding";
import { writeExample } from "@foundry/core/checks/write-example";
import { listExampleLines, type ExampleLine } from "./list-example-lines";

export interface ExampleView {
  prompt: string;
  lines: ExampleLine[];
  /** What the check says of it; null when it says nothing. */
  message: string | null;
}

/** A check as its page shows it: plain data, without the code that runs it. */
export interface CheckView {
  id: string;
  errorType: ErrorType;
  title: string;
  description: string;
  /** The severities that it gives its own examples. */
  severities: Severity[];
  flags: ExampleView[];
  passes: ExampleView[];
}

/** Runs a check over its own examples, so that its page shows what it really says. */
export function describeCheck(info: CheckInfo): CheckView {
  const { id, errorType, title, description, examples } = info;
  const flagged = examples.flags.map((example) => ({ example, found: findOwn(id, example) }));
  const severities = new Set(flagged.flatMap(({ found }) => found.map(({ severity }) => severity)));
  return {
    id,
    errorType,
    title,
    description,
    severities: SEVERITIES.filter((severity) => severities.has(severity)),
    flags: flagged.map(({ example, found }) => {
      const finding = found.find(({ path }) => path === example.path) ?? found[0];
      return toView(example, finding?.path ?? example.path, finding?.message ?? null);
    }),
    passes: examples.passes.map((example) => toView(example, undefined, null)),
  };
}

function findOwn(check: string, example: CheckExample): Finding[] {
  return checkIr(example.prompt, writeExample(example)).findings.filter(
    (finding) => finding.check === check,
  );
}

function toView(
  { prompt, ir, raw }: CheckExample,
  path: string | undefined,
  message: string | null,
): ExampleView {
  const lines =
    raw === undefined
      ? listExampleLines(ir, path)
      : [{ place: "Text", text: raw, isFlagged: path !== undefined }];
  return { prompt, lines, message };
}
