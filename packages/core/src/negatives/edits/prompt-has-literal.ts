import type { MarkedLiteral } from "./list-marked-literals.ts";

/** Whether the prompt asks for the value itself: the text between quotation marks, or the number. */
export function promptHasLiteral(prompt: string, { text, spelling }: MarkedLiteral): boolean {
  if (text === "") return false;
  if (text === null) return listNumbers(prompt).includes(Number(spelling));
  return ["''", '""', "“”", "‘’", "``"].some(([open, close]) =>
    prompt.includes(`${open}${text}${close}`),
  );
}

function listNumbers(prompt: string): number[] {
  const outsideQuotes = prompt.replaceAll(/(?<![a-z])'[^']*'/g, " ");
  return [...outsideQuotes.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?(?!\w)/g)].map(([digits]) =>
    Number(digits),
  );
}
