import type { LedgerEntry, LedgerStatus } from "@foundry/core/checks/ledger/ledger-entry";

/** The state of a literal in a word or two, for a list. */
export const LITERAL_STATES: Record<LedgerStatus, string> = {
  missing: "Missing",
  altered: "Altered",
  unmarked: "Not marked",
  found: "Found",
};

const COMPARISONS = { "<": "below", "<=": "up to", ">": "above", ">=": "from", "==": "exactly" };

/** How a literal of the prompt stands in the IR, as a sentence. */
export function describeLiteral(entry: LedgerEntry): string {
  const name = nameLiteral(entry);
  const what = name.charAt(0).toUpperCase() + name.slice(1);
  const count = entry.places.length;
  const places = count === 1 ? "1 place" : `${count} places`;
  switch (entry.status) {
    case "missing":
      return `${what} is nowhere in the IR.`;
    case "altered":
      return `${what} is not in the IR, only something like it, in ${places}.`;
    case "unmarked":
      return `${what} is in the IR, in ${places}, but without LITERAL before it.`;
    case "found":
      return `${what} is in the IR, in ${places}.`;
    default:
      return entry.status satisfies never;
  }
}

/** The value as a person says it: the quotation marks of a text, the comparison of a threshold. */
export function nameLiteral({ kind, value, comparison }: LedgerEntry): string {
  if (kind === "text") return `“${value}”`;
  return comparison === null ? value : `${COMPARISONS[comparison]} ${value}`;
}
