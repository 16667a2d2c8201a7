import type { Observation } from "../../check.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { findExpression } from "../find-expression.ts";
import { listHintKinds } from "../list-hint-kinds.ts";
import type { QuirkSubject } from "./quirk.ts";

const ASKED =
  /without (?:changing|modifying|mutating|altering)|\bnew (?:list|dict\w*|set|copy)\b|not (?:be )?(?:change[ds]?|modif\w+|mutat\w+)|unchanged|\b(?:leave|stay|stays|remain|remains|keep|kept)\b.{0,30}\bas (?:it is|they are)/;
const SPOKEN =
  /\bnew (?:empty )?(?:list|dict\w*|set|copy|one|text|string|tuple|value)\b|\bcop(?:y|ies)\b|in place|not (?:be )?chang|unchanged|(?:never|not) changed?|do not change|as (?:it is|they are)|modif|mutat|result is not (?!none\b)\w+|same object/;
const MUTATORS = new Set(
  "append extend insert remove pop clear sort reverse update add discard setdefault popitem".split(
    " ",
  ),
);
const CONTAINERS = new Set(["list", "dict", "set", "bytearray", "deque"]);
/** Parameters that the prompt lets the caller leave out. */
const LEFT_OUT =
  /\b(?:may|can) be (?:left out|omitted)\b|\boptional (?:argument|parameter|list|dict)/;

/** The prompt forbids in-place mutation or an effect does it, and nothing says which is meant. */
export function findInPlace({ subject, prompt, speech }: QuirkSubject): Observation | null {
  const containers = listContainers(subject.ir.signature.parameters);
  if (containers.size === 0) return null;
  if (SPOKEN.test(speech.effects) || SPOKEN.test(speech.assertions)) return null;
  const index = subject.effects.findIndex(({ code }) =>
    code.some((expression) => mutates(expression, containers)),
  );
  if (index < 0 && !ASKED.test(prompt)) return null;
  return {
    severity: "warning",
    path: index < 0 ? "/effects" : `/effects/${index}/description`,
    message:
      index < 0
        ? "the prompt keeps what is passed in unchanged, but no effect says so; say that the result is new"
        : "this changes the argument in place; say whether that is meant or a new one is returned",
  };
}

/** A default list would be shared between calls, so the default must be None. */
export function findSharedDefault({ subject, prompt, speech }: QuirkSubject): Observation | null {
  if (!LEFT_OUT.test(prompt) || /\bnone\b|default|left out|omitted/.test(speech.effects))
    return null;
  const { parameters } = subject.ir.signature;
  if (listContainers(parameters).size === 0) return null;
  return {
    severity: "warning",
    path: "/effects",
    message:
      "the prompt lets an argument be left out, but no effect says what then; a default list is shared between calls, so use None",
  };
}

function listContainers(parameters: readonly { name: string; type_hint: string }[]): Set<string> {
  const containers = parameters.filter(({ type_hint: hint }) =>
    listHintKinds(hint).some((kind) => CONTAINERS.has(kind)),
  );
  return new Set(containers.map(({ name }) => name));
}

function mutates(expression: PythonExpression, names: ReadonlySet<string>): boolean {
  const isMutation = (part: PythonExpression) =>
    part.kind === "call" &&
    part.callee.kind === "attribute" &&
    MUTATORS.has(part.callee.name) &&
    part.callee.object.kind === "name" &&
    names.has(part.callee.object.name);
  return findExpression(expression, isMutation) !== null;
}
