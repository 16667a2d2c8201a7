import { type CSSProperties, memo, useMemo } from "react";
import { VisibleText } from "../text/visible-text";
import classes from "./json-view.module.css";
import { type JsonPiece, splitJsonLines } from "./split-json-lines";

/** Beyond this length colours cost more than they help. */
const MAX_COLOURED_LENGTH = 200_000;

/** JSON to read: lines with numbers, colours, and nothing that runs. Weighs next to nothing. */
export const JsonView = memo(function JsonView({ text, label }: { text: string; label: string }) {
  const lines = useMemo(() => splitLines(text), [text]);
  return (
    <div className={classes.view} role="region" aria-label={label}>
      <pre className={classes.lines}>
        {lines.map((pieces, index) => (
          <div key={index} className={classes.line}>
            <span className={classes.gutter} aria-hidden data-number={index + 1} />
            <code className={classes.code} style={indentBy(pieces)}>
              <JsonPieces pieces={pieces} />
            </code>
          </div>
        ))}
      </pre>
    </div>
  );
});

function splitLines(text: string): JsonPiece[][] {
  if (text.length <= MAX_COLOURED_LENGTH) return splitJsonLines(text);
  return text.split("\n").map((line) => [{ kind: "other", text: line }]);
}

/** Lines that wrap go on under their own start. */
function indentBy([first]: readonly JsonPiece[]): CSSProperties {
  return { "--indent": `${first?.kind === "space" ? first.text.length : 0}ch` } as CSSProperties;
}

export function JsonPieces({ pieces }: { pieces: readonly JsonPiece[] }) {
  return pieces.map((piece, index) => (
    <span key={index} className={classes[piece.kind]}>
      <VisibleText>{piece.text}</VisibleText>
    </span>
  ));
}
