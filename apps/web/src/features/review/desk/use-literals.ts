"use client";

import { type RefObject, useMemo, useRef, useState } from "react";
import type { TextRange } from "../../../components/json/index-json-text";
import type { JsonEditorHandle } from "../../../components/monaco/json-editor";
import type { Reading } from "../../../components/checks/reading";
import { findLiteralAt } from "./find-literal-at";

export type Literals = ReturnType<typeof useLiterals>;

const NO_LEDGER: Reading["ledger"] = [];
const NO_RANGES: TextRange[] = [];

/** The literals of the prompt and their places in the IR: pointing at one side shows the other. */
export function useLiterals(
  reading: Reading | null,
  editor: RefObject<JsonEditorHandle | null>,
  onReveal: () => void,
) {
  const ledger = reading?.ledger ?? NO_LEDGER;
  const [pointed, setPointed] = useState<number | null>(null);
  const visits = useRef({ literal: -1, count: 0 });
  const highlights = useMemo(
    () =>
      pointed === null ? NO_RANGES : (ledger[pointed]?.places ?? []).map(({ range }) => range),
    [pointed, ledger],
  );
  const goTo = (literal: number, place: number) => {
    const range = ledger[literal]?.places[place]?.range;
    if (range === undefined) return;
    onReveal();
    editor.current?.reveal(range.start, range.end);
  };
  return {
    ledger,
    /** Index of the literal that is pointed at, on either side. */
    pointed,
    highlights,
    point: setPointed,
    pointAt: (offset: number | null) =>
      setPointed(offset === null ? null : findLiteralAt(ledger, offset)),
    goTo,
    /** One place after the other, beginning again at the first. */
    visitNext: (literal: number) => {
      const count = ledger[literal]?.places.length ?? 0;
      const { current } = visits;
      visits.current = { literal, count: current.literal === literal ? current.count + 1 : 0 };
      if (count > 0) goTo(literal, visits.current.count % count);
    },
  };
}
