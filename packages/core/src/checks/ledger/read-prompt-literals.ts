import type { PromptLiteral } from "./prompt-literal.ts";
import { readComparison } from "./read-comparison.ts";
import { readExampleRanges } from "./read-example-ranges.ts";
import { readNumberRole } from "./read-number-role.ts";
import { isResultAt } from "./is-result-at.ts";
import { readQuotedLiteral } from "./read-quoted-literal.ts";
import { scanText } from "./scan-text.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

/** More is no prompt for one function; this bounds the work on a hostile one. */
const MAX_PROMPT_LENGTH = 20_000;
const MAX_LITERALS = 200;

/** The literals, numbers and thresholds of a prompt in their order. Never throws. */
export function readPromptLiterals(
  prompt: string,
  parameterNames: ReadonlySet<string>,
): PromptLiteral[] {
  const tokens = scanText(prompt.slice(0, MAX_PROMPT_LENGTH));
  const isExample = readExampleRanges(prompt, tokens);
  const literals: PromptLiteral[] = [];
  for (let index = 0; index < tokens.length && literals.length < MAX_LITERALS; index += 1) {
    const literal = readAt(tokens, index, prompt, parameterNames);
    if (literal === null) continue;
    literals.push(isExample(literal.start) ? { ...literal, role: "mention" } : literal);
  }
  return literals;
}

function readAt(
  tokens: readonly TextToken[],
  index: number,
  prompt: string,
  parameterNames: ReadonlySet<string>,
): PromptLiteral | null {
  const token = tokens[index];
  switch (token?.kind) {
    case "text":
      return readQuotedLiteral(tokens, index, parameterNames);
    case "number":
      return readNumberLiteral(tokens, index, prompt);
    case "word":
      return readConstant(tokens, index);
    default:
      return null;
  }
}

function readNumberLiteral(
  tokens: readonly TextToken[],
  index: number,
  prompt: string,
): PromptLiteral | null {
  const token = tokens[index];
  if (token === undefined || isLabel(tokens, index, prompt)) return null;
  const threshold = readComparison(tokens, index);
  const role = threshold === null ? readNumberRole(tokens, index) : "threshold";
  const next = tokens[index + 1];
  return {
    start: token.start,
    end: token.end,
    kind: "number",
    value: token.value,
    number: token.number,
    role,
    comparison: threshold?.comparison ?? null,
    isRangeEnd: threshold?.isRangeEnd ?? false,
    isResult: threshold === null && isResultAt(tokens, index),
    unit: next?.kind === "word" || next?.value === "%" ? next.value : "",
  };
}

/** The 1 of a list item "1." and the 8 of "utf-8" are no numbers of the task. */
function isLabel(tokens: readonly TextToken[], index: number, prompt: string): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  const next = tokens[index + 1];
  if (token === undefined) return true;
  if (before?.value === "-" && before.end === token.start) {
    const name = tokens[index - 2];
    if (name?.kind === "word" && name.end === before.start && name.value.length > 1) return true;
  }
  if (next?.start !== token.end || (next.value !== "." && next.value !== ")")) return false;
  return (
    /^[ \t(]*$/.test(prompt.slice(prompt.lastIndexOf("\n", token.start - 1) + 1, token.start)) &&
    tokens[index + 2] !== undefined
  );
}

function readConstant(tokens: readonly TextToken[], index: number): PromptLiteral | null {
  const token = tokens[index];
  const value = token === undefined ? null : nameConstant(tokens, index, token.value);
  if (token === undefined || value === null) return null;
  return {
    start: token.start,
    end: token.end,
    kind: "constant",
    value,
    number: Number.NaN,
    role: "value",
    comparison: null,
    isRangeEnd: false,
    isResult: isResultAt(tokens, index),
    unit: "",
  };
}

/** "None of them" is English; "return true" means the constant. */
function nameConstant(
  tokens: readonly TextToken[],
  index: number,
  word: string,
): "None" | "True" | "False" | null {
  switch (word) {
    case "None":
      return wordAt(tokens, index + 1) === "of" ? null : "None";
    case "True":
    case "False":
      return word;
    case "true":
      return /^returns?$/.test(wordAt(tokens, index - 1)) ? "True" : null;
    case "false":
      return /^returns?$/.test(wordAt(tokens, index - 1)) ? "False" : null;
    default:
      return null;
  }
}
