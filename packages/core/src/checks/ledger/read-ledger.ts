import type { Ir } from "../../ir/ir.schema.ts";
import type { LedgerEntry } from "./ledger-entry.ts";

/** Finds the literals, numbers and thresholds of a prompt and their places in the IR. */
export function readLedger(_prompt: string, _ir: Ir): LedgerEntry[] {
  return [];
}
