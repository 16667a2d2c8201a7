import type { LedgerEntry } from "@foundry/core/checks/ledger/ledger-entry";
import { expect, it } from "vitest";
import { describeLiteral } from "./describe-literal";

const place = { path: "/effects/0/description", start: 0, end: 1, isExact: true, isMarked: true };
const entry = (changes: Partial<LedgerEntry>): LedgerEntry => ({
  start: 0,
  end: 1,
  kind: "text",
  value: "short",
  role: "value",
  comparison: null,
  status: "found",
  places: [place],
  ...changes,
});

it.each<[string, Partial<LedgerEntry>]>([
  ["“short” is in the IR, in 1 place.", {}],
  ["“short” is in the IR, in 2 places.", { places: [place, place] }],
  ["“short” is nowhere in the IR.", { status: "missing", places: [] }],
  ["“short” is not in the IR, only something like it, in 1 place.", { status: "altered" }],
  ["“short” is in the IR, in 1 place, but without LITERAL before it.", { status: "unmarked" }],
  [
    "From 90 is nowhere in the IR.",
    { kind: "number", value: "90", comparison: ">=", status: "missing" },
  ],
  ["None is in the IR, in 1 place.", { kind: "constant", value: "None" }],
])("%s", (words, changes) => {
  expect(describeLiteral(entry(changes))).toBe(words);
});
