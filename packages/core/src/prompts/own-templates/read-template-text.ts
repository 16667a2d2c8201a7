import type { TemplateProblem } from "./own-template.schema.ts";

/** A stretch of the text as it is, or a place for a value. */
export type TextPart =
  | { kind: "words"; words: string }
  /** `article`: the indefinite article that stood before it and follows the sound of the value. */
  | { kind: "slot"; name: string; article: string | null };

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;
const ARTICLE_AT_END = /(^|[\s(])(an?) $/i;

/** Takes the text of a template apart; a brace without its partner is a problem. */
export function readTemplateText(text: string): { parts: TextPart[]; problems: TemplateProblem[] } {
  const parts: TextPart[] = [];
  const problems: TemplateProblem[] = [];
  let [words, end] = ["", 0];
  for (const { 0: token, 1: name, index } of text.matchAll(TOKEN)) {
    words += text.slice(end, index);
    end = index + token.length;
    if (token === "{{" || token === "}}") words += token.charAt(0);
    else if (name === undefined) problems.push(describeBrace(token, index));
    else {
      const article = ARTICLE_AT_END.exec(words)?.[2] ?? null;
      const before = article === null ? words : words.slice(0, -article.length - 1);
      if (before !== "") parts.push({ kind: "words", words: before });
      parts.push({ kind: "slot", name: name.trim(), article });
      words = "";
    }
  }
  words += text.slice(end);
  if (words !== "") parts.push({ kind: "words", words });
  return { parts, problems };
}

function describeBrace(brace: string, index: number): TemplateProblem {
  return {
    path: "/text",
    message: `the \`${brace}\` at character ${index + 1} has no partner; write \`${brace}${brace}\` for a plain brace`,
  };
}
