"use client";

import { type CSSProperties, memo, useMemo, useState } from "react";
import type { DiffLine } from "./diff-lines";
import { type DiffRow, diffRows } from "./diff-rows";
import classes from "./line-diff.module.css";
import { VisibleText } from "./visible-text";

const SIGNS = { same: "", removed: "−", added: "+" } as const;
const WORDS = { same: "", removed: "removed: ", added: "added: " } as const;

/** Two texts compared line by line; long unchanged stretches open on demand. */
export const LineDiff = memo(function LineDiff({
  before,
  after,
  label,
}: {
  before: string;
  after: string;
  label: string;
}) {
  const rows = useMemo(() => diffRows(before, after), [before, after]);
  return (
    <div className={classes.diff} role="region" aria-label={label}>
      {rows.map((row, index) =>
        row.row === "fold" ? (
          <Fold key={`${before.length}:${after.length}:${index}`} lines={row.lines} />
        ) : (
          <Line key={index} line={row} />
        ),
      )}
    </div>
  );
});

function Fold({ lines }: { lines: DiffLine[] }) {
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen)
    return lines.map((line, index) => (
      <Line key={index} line={{ ...line, row: "line", change: null }} />
    ));
  return (
    <button type="button" className={classes.fold} onClick={() => setIsOpen(true)}>
      {`Show ${lines.length} unchanged lines`}
    </button>
  );
}

/** Lines that wrap go on under their own start. */
function indentBy(text: string): CSSProperties {
  return { "--indent": `${text.length - text.trimStart().length}ch` } as CSSProperties;
}

function Line({ line }: { line: Extract<DiffRow, { row: "line" }> }) {
  return (
    <div className={classes.line} data-kind={line.kind}>
      <span className={classes.number}>{line.before}</span>
      <span className={classes.number}>{line.after}</span>
      <span className={classes.sign} aria-hidden>
        {SIGNS[line.kind]}
      </span>
      <code className={classes.text} style={indentBy(line.text)}>
        <span className={classes.spoken}>{WORDS[line.kind]}</span>
        {line.change === null ? (
          <VisibleText>{line.text}</VisibleText>
        ) : (
          <>
            <VisibleText>{line.change.start}</VisibleText>
            <mark className={classes.changed}>
              <VisibleText>{line.change.changed}</VisibleText>
            </mark>
            <VisibleText>{line.change.end}</VisibleText>
          </>
        )}
      </code>
    </div>
  );
}
