import type { Ir } from "../../ir/ir.schema.ts";
import type { LedgerEntry, LedgerPlace } from "./ledger-entry.ts";
import { type LinkedLiteral, linkLiterals } from "./link-literals.ts";
import type { IrLiteral } from "./read-ir-literals.ts";

/**
 * Finds the literals, numbers and thresholds of a prompt and their places in the IR, both with exact
 * offsets. Deterministic, never throws; the work is bounded for prompts and IRs of any size.
 */
export function readLedger(prompt: string, ir: Ir): LedgerEntry[] {
  return linkLiterals(prompt, ir).map(toEntry);
}

function toEntry({ literal, status, exact, bare, altered }: LinkedLiteral): LedgerEntry {
  const { start, end, kind, value, role, comparison } = literal;
  const places = [
    ...exact.map((place) => toPlace(place, true)),
    ...bare.map(({ path, start: from, end: to, isExact, isMarked }) => {
      return { path, start: from, end: to, isExact, isMarked };
    }),
    ...altered.map((place) => toPlace(place, false)),
  ];
  return { start, end, kind, value, role, comparison, status, places };
}

function toPlace({ source, token, isMarked }: IrLiteral, isExact: boolean): LedgerPlace {
  return { path: source.path, start: token.start, end: token.end, isExact, isMarked };
}
