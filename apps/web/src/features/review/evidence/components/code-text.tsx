import { VisibleText } from "../../../../components/text/visible-text";
import classes from "./code-text.module.css";

const MAX_LENGTH = 400;

/** Python in a line of words; nothing of it is ever read as HTML. */
export function CodeText({ children }: { children: string }) {
  const isLong = children.length > MAX_LENGTH;
  return (
    <code className={classes.code}>
      <VisibleText>{isLong ? `${children.slice(0, MAX_LENGTH)}…` : children}</VisibleText>
    </code>
  );
}
