import type { PromptLiteral } from "./prompt-literal.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\0": "\\0",
};

/** A literal as Python writes it: `'too short'`, `"it's"`, `8`, `None`. */
export function spellLiteral({ kind, value }: Pick<PromptLiteral, "kind" | "value">): string {
  if (kind !== "text") return value;
  const mark = value.includes("'") && !value.includes('"') ? '"' : "'";
  const content = value.replaceAll(/[\\\n\t\r\0]/g, (character) => ESCAPES[character] ?? character);
  return `${mark}${mark === "'" ? content.replaceAll("'", "\\'") : content}${mark}`;
}
