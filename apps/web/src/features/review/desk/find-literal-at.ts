import type { LedgerItem } from "../../../components/checks/reading";

/** @returns index of the literal with a place at this offset of the editor's text; null for none */
export function findLiteralAt(ledger: readonly LedgerItem[], offset: number): number | null {
  const index = ledger.findIndex(
    ({ role, places }) =>
      role !== "mention" &&
      places.some(({ range }) => range.start <= offset && offset <= range.end),
  );
  return index < 0 ? null : index;
}
