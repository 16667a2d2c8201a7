import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { parseTypeHint } from "../../python/parse-type-hint.ts";
import { isHarmless } from "../../fixes/is-harmless.ts";
import { fitsReturned } from "./find-return-problems.ts";
import { fitsUses } from "./find-parameter-problems.ts";
import { repairHint } from "./repair-hint.ts";

const KEYWORDS = new Set(
  (
    "and as assert async await break class continue def del elif else except finally for from global " +
    "if import in is lambda nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

/** Hints that are no Python types, and names that Python does not allow. */
export function findHintProblems(subject: CheckSubject): Observation[] {
  const { parameters, returns, name } = subject.ir.signature;
  const names = parameters.map((parameter) => parameter.name);
  return [
    ...judgeKeyword(name, "/signature/name"),
    ...parameters.flatMap((parameter, index) => [
      ...judgeKeyword(parameter.name, `/signature/parameters/${index}/name`),
      ...judgeDuplicate(names, index),
      ...judgeHint(parameter.type_hint, `/signature/parameters/${index}/type_hint`, (hint) =>
        fitsAsParameter(subject, index, hint),
      ),
    ]),
    ...(returns == null
      ? []
      : judgeHint(returns, "/signature/returns", (hint) => fitsAsReturns(subject, hint))),
  ];
}

function fitsAsParameter(subject: CheckSubject, index: number, hint: string): boolean {
  const { signature } = subject.ir;
  const parameters = signature.parameters.map((parameter, at) =>
    at === index ? { ...parameter, type_hint: hint } : parameter,
  );
  const name = signature.parameters[index]?.name ?? "";
  const changed = { signature: { ...signature, parameters } };
  return fitsUses(subject, name, hint) && isHarmless(subject, changed);
}

function fitsAsReturns(subject: CheckSubject, returns: string): boolean {
  const signature = { ...subject.ir.signature, returns };
  return fitsReturned(subject, returns) && isHarmless(subject, { signature });
}

function judgeKeyword(name: string, path: string): Observation[] {
  if (!KEYWORDS.has(name)) return [];
  return [
    {
      severity: "error",
      path,
      message: `\`${name}\` is a keyword of Python and cannot be a name; choose another`,
    },
  ];
}

function judgeDuplicate(names: readonly string[], index: number): Observation[] {
  const name = names[index] ?? "";
  if (name === "" || names.indexOf(name) === index) return [];
  return [
    {
      severity: "error",
      path: `/signature/parameters/${index}/name`,
      message: `two parameters are called \`${name}\`; give each its own name`,
    },
  ];
}

/** @param fits whether the rest of the IR allows a type, without which it is not offered */
function judgeHint(hint: string, path: string, fits: (repaired: string) => boolean): Observation[] {
  const parsed = parseTypeHint(hint);
  if (parsed.ok && parsed.unknownNames.length === 0) return [];
  const repaired = repairHint(hint);
  const fix =
    repaired === null || !fits(repaired)
      ? {}
      : {
          fix: {
            title: `Write the type as \`${repaired}\``,
            patch: [{ op: "replace" as const, path, value: repaired }],
          },
        };
  if (!parsed.ok) {
    if (hint === "") return [];
    const message = `\`${shorten(hint)}\` is no Python type, it ${parsed.message}; write it as in \`list[int] | None\``;
    return [{ severity: "error", path, message, ...fix }];
  }
  return parsed.unknownNames.slice(0, 1).map(({ name }) => ({
    severity: "warning" as const,
    path,
    message: `\`${shorten(name)}\` is no type that Python or its library has; name a type that code can use`,
    ...fix,
  }));
}

const LONGEST_QUOTE = 60;

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
