import { readLedger } from "../../checks/ledger/read-ledger.ts";
import type { Ir } from "../../ir/ir.schema.ts";
import { type InputMaterial, listLengths, listNeighbours, NO_MATERIAL } from "./input-material.ts";

/** The numbers, thresholds and texts that a prompt names. */
export function readPromptMaterial(prompt: string | null, ir: Ir): InputMaterial {
  if (prompt === null) return NO_MATERIAL;
  const entries = readLedger(prompt, ir).filter(({ role }) => role !== "mention");
  const numbers = entries.filter(({ kind }) => kind === "number").map(({ value }) => value);
  const finite = numbers.filter((value) => Number.isFinite(Number(value)));
  return {
    numbers: finite.flatMap((value) => listNeighbours(Number(value), value)),
    lengths: finite.flatMap((value) => listLengths(Number(value))),
    texts: entries.filter(({ kind }) => kind === "text").map(({ value }) => value),
  };
}
