import { BUILTIN_NAMES } from "../python/builtin-names.ts";
import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";
import { isHarmless } from "../fixes/is-harmless.ts";
import { listFreeNames } from "../python/list-free-names.ts";
import { parseExpression } from "../python/parse-expression.ts";
import type { QuickFix } from "../quick-fix.ts";

/** Finds predicates that Python cannot run. */
export const prosePredicate: Check = {
  id: "prose_predicate",
  errorType: "prose_predicate",
  version: 1,
  title: "Predicate is not Python",
  description:
    "A predicate that is a Python expression can be run against an implementation; an English sentence can only be read. Write what must be true over the parameters and `result`.",
  examples: {
    flags: [
      {
        prompt: "Sort a list.",
        ir: { assertions: ["result == sorted(items)", "the returned list is sorted"] },
        path: "/assertions/1/predicate",
      },
      {
        prompt: "Sort a list.",
        ir: { parameters: { items: "list[int]" }, assertions: ["'result is sorted'"] },
        path: "/assertions/0/predicate",
      },
    ],
    passes: [
      {
        prompt: "Sort a list.",
        ir: { assertions: ["all(a <= b for a, b in zip(result, result[1:]))"] },
      },
    ],
  },
  run: (subject: CheckSubject): Observation[] =>
    subject.ir.assertions.flatMap((_, index) => judge(subject, index)),
};

function judge(subject: CheckSubject, index: number): Observation[] {
  const parsed = subject.predicate(index);
  const path = `/assertions/${index}/predicate`;
  const source = subject.ir.assertions[index]?.predicate ?? "";
  if (parsed.ok) {
    if (parsed.expression.kind !== "string") return [];
    const message = `\`${shorten(source)}\` is a text in quotes, which is always true; write what must be true as Python`;
    return [{ severity: "warning", path, message }];
  }
  if (/^is (?:too|nested)/.test(parsed.message)) {
    return [{ severity: "info", path, message: `the predicate ${parsed.message}` }];
  }
  const fix = proposeFix(subject, source, index, path);
  return [
    {
      severity: "warning",
      path,
      message: `\`${shorten(source)}\` is not a Python expression, it ${parsed.message}; write what must be true over the parameters and \`result\``,
      ...(fix === null ? {} : { fix }),
    },
  ];
}

/** Ways to write what people write for Python; the first that gives an expression is offered. */
const REWRITES: readonly ((source: string) => string)[] = [
  (source) => source.replaceAll(/(?<![=!<>:])=(?!=)/g, "=="),
  (source) =>
    source
      .replaceAll(/\s*&&\s*/g, " and ")
      .replaceAll(/\s*\|\|\s*/g, " or ")
      .replaceAll("===", "==")
      .replaceAll("!==", "!=")
      .replaceAll(/!(?!=)/g, "not "),
  (source) => source.replace(/^assert\s+/, ""),
  (source) => writeImplication(/^if\s+(.+?),?\s+then\s+(.+)$/i, source),
  (source) => writeImplication(/^if\s+(.+?),\s+(.+)$/i, source),
  (source) => writeImplication(/^(.+?)\s+(?:implies|=>|->|==>|⇒|→)\s+(.+)$/, source),
];

const LONGEST_REWRITTEN = 500;

function proposeFix(
  subject: CheckSubject,
  source: string,
  index: number,
  path: string,
): QuickFix | null {
  const { ir } = subject;
  if (source.length > LONGEST_REWRITTEN) return null;
  const names = new Set(["result", ...ir.signature.parameters.map(({ name }) => name)]);
  for (const rewrite of REWRITES) {
    const value = rewrite(source);
    const parsed = value === source ? null : parseExpression(value);
    if (parsed?.ok !== true) continue;
    const used = listFreeNames(parsed.expression);
    if (!used.every(({ name }) => names.has(name) || BUILTIN_NAMES.has(name))) continue;
    const assertions = ir.assertions.with(index, { predicate: value, holes: [] });
    // Words may say another thing than they seem to: then they are left to the reviewer.
    if (!isHarmless(subject, { assertions })) continue;
    return { title: `Write \`${shorten(value)}\``, patch: [{ op: "replace", path, value }] };
  }
  return null;
}

function writeImplication(pattern: RegExp, source: string): string {
  const found = pattern.exec(source);
  const [condition, claim] = [found?.[1], found?.[2]];
  if (condition === undefined || claim === undefined) return source;
  return `not (${condition}) or ${claim.replaceAll(/(?<![=!<>:])=(?!=)/g, "==")}`;
}

const LONGEST_QUOTE = 60;

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
