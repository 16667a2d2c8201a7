"use client";

import { CopyText } from "./copy-text";
import classes from "./request-id.module.css";

/** Ties a failure on screen to the line in the log. */
export function RequestId({ value }: { value: string }) {
  return (
    <div className={classes.line}>
      Request <CopyText value={value} label="request id" />
    </div>
  );
}
