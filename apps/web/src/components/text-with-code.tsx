import { Fragment } from "react";
import classes from "./text-with-code.module.css";

/** A sentence in which parts between back-ticks are code, as the studio's messages write them. */
export function TextWithCode({ children }: { children: string }) {
  return children.split("`").map((part, index) =>
    // Order is all that tells the parts of one sentence apart.
    index % 2 === 1 ? (
      <code key={index} className={classes.code}>
        {part}
      </code>
    ) : (
      <Fragment key={index}>{part}</Fragment>
    ),
  );
}
