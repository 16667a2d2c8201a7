import { makePromptWithIr } from "@foundry/prisma/factories/make-prompt-with-ir";

/** JSON Lines with believable, different records. @param first number of the first one */
export function makeRecords(count: number, first = 0): string {
  return Array.from({ length: count }, (_, index) => makeRecord(first + index)).join("\n");
}

function makeRecord(number: number): string {
  const { prompt, category, complexity, irRaw } = makePromptWithIr(number);
  const head = JSON.stringify({ prompt, category, complexity }).slice(0, -1);
  return `${head},"ir":${JSON.stringify(JSON.parse(irRaw))}}`;
}
