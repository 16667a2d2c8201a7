import { splitInvisible } from "./split-invisible";
import classes from "./visible-text.module.css";

/** Text as text, never HTML, with every invisible or reordering character shown by its code. */
export function VisibleText({ children }: { children: string }) {
  const parts = splitInvisible(children);
  return parts.map((part, index) =>
    "text" in part ? (
      part.text
    ) : (
      <span key={index} className={classes.invisible} title={`${part.name} (${part.code})`}>
        {part.code}
      </span>
    ),
  );
}
