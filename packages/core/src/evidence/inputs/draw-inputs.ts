import type { Ir } from "../../ir/ir.schema.ts";
import type { EvidenceInput } from "../evidence.schema.ts";
import { combineValues } from "./combine-values.ts";
import { type InputMaterial, NO_MATERIAL } from "./input-material.ts";
import { type MinedAssertions, mineAssertions } from "./mine-assertions.ts";
import { readPromptMaterial } from "./read-prompt-material.ts";
import { sortInputs } from "./sort-inputs.ts";
import { listValuesOfHint } from "./values-of-hint.ts";

const MAX_TEXTS = 20;
const MAX_LENGTHS = 30;
const MAX_NUMBERS = 40;
/** Combinations of the values that one assertion names. */
const MAX_ROWS_PER_CASE = 8;
/** Values of a parameter that an assertion does not mention. */
const VALUES_OF_OTHERS = 2;

/**
 * Inputs on which a function that fits the IR should be tried: nasty values of the type hints,
 * thresholds and texts of the prompt with their neighbours, and the cases that the assertions name.
 * The same for the same IR and prompt; smallest first; nothing of it depends on an implementation.
 *
 * @returns at most `limit` inputs; none when the IR has no usable signature
 */
export function drawInputs(
  ir: Ir,
  prompt: string | null,
  { limit }: { limit: number },
): EvidenceInput[] {
  const { parameters, name } = ir.signature;
  if (parameters.length === 0) return [{ arguments: [], origin: "type" }];
  const predicates = ir.assertions.map(({ predicate }) => predicate);
  const mined = mineAssertions(
    predicates,
    parameters.map((parameter) => parameter.name),
  );
  const fromPrompt = readPromptMaterial(prompt, ir);
  const lists = parameters.map((parameter) =>
    listValuesOfHint(parameter.type_hint, gather(parameter.name, fromPrompt, mined)),
  );
  const cases = listCases(
    mined,
    parameters.map((parameter) => parameter.name),
    lists,
  ).slice(0, limit);
  const rows = combineValues(lists, limit - cases.length, name);
  const plain = parameters.map(({ type_hint }) => listValuesOfHint(type_hint, NO_MATERIAL));
  const isPlain = (row: string[]) => row.every((value, place) => plain[place]?.includes(value));
  return sortInputs([
    ...cases.map((row): EvidenceInput => ({ arguments: row, origin: "assertion" })),
    ...rows.map((row): EvidenceInput => ({
      arguments: row,
      origin: isPlain(row) ? "type" : "threshold",
    })),
  ]);
}

function gather(name: string, prompt: InputMaterial, mined: MinedAssertions): InputMaterial {
  const own = mined.byParameter.get(name) ?? NO_MATERIAL;
  return {
    numbers: [...new Set([...own.numbers, ...prompt.numbers])].slice(0, MAX_NUMBERS),
    lengths: [...new Set([...own.lengths, ...prompt.lengths])].slice(0, MAX_LENGTHS),
    texts: [...new Set([...prompt.texts, ...mined.texts])].slice(0, MAX_TEXTS),
  };
}

/** The rows that the assertions name, with a few plain values for the parameters they leave open. */
function listCases(mined: MinedAssertions, names: string[], lists: string[][]): string[][] {
  return mined.cases.flatMap((values) =>
    combineValues(
      names.map(
        (name, place) => values.get(name) ?? lists[place]?.slice(0, VALUES_OF_OTHERS) ?? [],
      ),
      MAX_ROWS_PER_CASE,
      names.join(),
    ),
  );
}
