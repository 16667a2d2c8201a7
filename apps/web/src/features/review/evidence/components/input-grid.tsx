"use client";

import type { CellKind, EvidenceReport } from "@foundry/core/evidence/evidence-report";
import { useState } from "react";
import { VisibleText } from "../../../../components/text/visible-text";
import { isNotPython } from "../run/is-not-python";
import { shortResult } from "../words/short-result";
import classes from "./input-grid.module.css";

const SIGNS: Record<CellKind, { sign: string; word: string }> = {
  holds: { sign: "✓", word: "holds" },
  fails: { sign: "✗", word: "fails" },
  raised: { sign: "!", word: "breaks" },
  unknown: { sign: "?", word: "not judged" },
};

/** Every input with what the reference gave for it and how each assertion judged that. */
export function InputGrid({ report }: { report: EvidenceReport }) {
  const [showsAll, setShowsAll] = useState(false);
  const { inputs } = report;
  const telling = inputs.flatMap((_, index) => (isTelling(report, index) ? [index] : []));
  const rows = showsAll ? [...inputs.keys()] : telling;
  if (inputs.length === 0) return null;
  return (
    <details className={classes.grid}>
      <summary>
        All {inputs.length} inputs
        {telling.length > 0 && <span>{telling.length} where an assertion does not hold</span>}
      </summary>
      {telling.length > 0 && telling.length < inputs.length && (
        <label className={classes.choice}>
          <input
            type="checkbox"
            checked={!showsAll}
            onChange={(event) => setShowsAll(!event.currentTarget.checked)}
          />
          Only these
        </label>
      )}
      <Table report={report} rows={rows.length === 0 ? [...inputs.keys()] : rows} />
    </details>
  );
}

function isTelling({ predicates }: EvidenceReport, input: number): boolean {
  return predicates.some(
    (predicate) =>
      (predicate.cells[input] === "fails" || predicate.cells[input] === "raised") &&
      !isNotPython(predicate),
  );
}

function Table({ report, rows }: { report: EvidenceReport; rows: number[] }) {
  const results = report.implementations[0]?.results ?? [];
  const predicates = report.predicates.filter((predicate) => !isNotPython(predicate));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
    <div className={classes.scroller} role="region" aria-label="Inputs and assertions" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col">Result</th>
            {predicates.map(({ index, predicate }) => (
              <th key={index} scope="col" title={predicate} data-narrow>
                {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const input = report.inputs[row]?.arguments ?? "";
            const result = shortResult(results[row] ?? null);
            return (
              <tr key={row}>
                <th scope="row" title={input}>
                  <VisibleText>{cut(input)}</VisibleText>
                </th>
                <td title={cut(result)} data-result>
                  <VisibleText>{cut(result)}</VisibleText>
                </td>
                {predicates.map(({ index, cells }) => (
                  <Sign key={index} cell={cells[row] ?? null} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A cell has room for a few words, and results may be very long. */
const cut = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

function Sign({ cell }: { cell: CellKind | null }) {
  if (cell === null) return <td data-narrow aria-label="not run" />;
  const { sign, word } = SIGNS[cell];
  return (
    <td data-narrow data-cell={cell} aria-label={word} title={word}>
      {sign}
    </td>
  );
}
