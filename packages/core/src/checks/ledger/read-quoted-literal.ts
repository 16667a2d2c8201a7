import { isResultAt } from "./is-result-at.ts";
import type { PromptLiteral } from "./prompt-literal.ts";
import { scanText } from "./scan-text.ts";
import type { TextToken } from "./text-token.ts";
import { wordAt } from "./word-at.ts";

const NAMING_WORDS = new Set(
  "called named function method parameter argument variable arguments parameters".split(" "),
);
const CONSTANTS = new Set(["None", "True", "False"]);
/** `len(x)`, `a.b`, `snake_case`, `list[int]`, `>=`: code between backticks, and no value. */
const CODE = /[()[\]{}=<>|]|\w\.\w|^[A-Za-z_]+_\w*$/;

/** `'Hello, {name}!'` describes a text; the effect may build it in another way. */
const TEMPLATE =
  /\{\w*\}|<\w+>|\.\.\.\w|%[sd]|\b(?:NAME|VALUE|KEY|TEXT|WORD|NUMBER|COUNT|USER|N|X|Y)\b/;

/** A quoted text of the prompt. Between backticks stand values, constants, numbers, names and code. */
export function readQuotedLiteral(
  tokens: readonly TextToken[],
  index: number,
  parameterNames: ReadonlySet<string>,
): PromptLiteral | null {
  const token = tokens[index];
  if (token === undefined) return null;
  const isNamed = NAMING_WORDS.has(wordAt(tokens, index - 1));
  const literal: PromptLiteral = {
    start: token.start,
    end: token.end,
    kind: "text",
    value: token.value,
    number: Number.NaN,
    role: isNamed || (TEMPLATE.test(token.value) && token.value.length > 3) ? "mention" : "value",
    comparison: null,
    isRangeEnd: false,
    isResult: isResultAt(tokens, index),
    unit: "",
  };
  return token.form === "`" ? readBackticks(literal, parameterNames) : literal;
}

function readBackticks(literal: PromptLiteral, parameterNames: ReadonlySet<string>): PromptLiteral {
  const { value } = literal;
  if (CONSTANTS.has(value)) return { ...literal, kind: "constant" };
  const inner = scanText(value);
  const only = inner.length === 1 ? inner[0] : undefined;
  if (only?.kind === "text") return { ...literal, value: only.value };
  if (only?.kind === "number" && only.form !== "word") {
    return { ...literal, kind: "number", value: only.value, number: only.number };
  }
  const isName = parameterNames.has(value) || CODE.test(value) || !literal.isResult;
  return isName ? { ...literal, role: "mention" } : literal;
}
