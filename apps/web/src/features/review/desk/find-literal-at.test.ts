import { expect, it } from "vitest";
import type { LedgerItem } from "../../../components/checks/reading";
import { findLiteralAt } from "./find-literal-at";

const item = (start: number, end: number, role: LedgerItem["role"] = "value"): LedgerItem => ({
  start: 0,
  end: 1,
  kind: "text",
  value: "x",
  role,
  comparison: null,
  status: "found",
  places: [{ path: "", start: 0, end: 1, isExact: true, isMarked: true, range: { start, end } }],
});

const ledger = [item(0, 3, "mention"), item(5, 8), item(20, 22, "threshold")];

it.each([
  [5, 1],
  [8, 1],
  [21, 2],
  [1, null],
  [10, null],
])("at %i is literal %s", (offset, literal) => {
  expect(findLiteralAt(ledger, offset)).toBe(literal);
});
