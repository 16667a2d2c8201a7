import { VisibleText } from "../text/visible-text";
import classes from "./finding-message.module.css";

/** Parts between back-ticks are code; they may quote anything, invisible characters too. */
export function FindingMessage({ message }: { message: string }) {
  return message.split("`").map((part, index) =>
    index % 2 === 1 ? (
      <code key={index} className={classes.code}>
        <VisibleText>{part}</VisibleText>
      </code>
    ) : (
      <VisibleText key={index}>{part}</VisibleText>
    ),
  );
}
