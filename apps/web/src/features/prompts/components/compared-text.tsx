"use client";

import { useMemo } from "react";
import { VisibleText } from "../../../components/text/visible-text";
import { markDifferences } from "../mark-differences";
import classes from "./compared-text.module.css";

/** A text with the words marked that another one does not have. */
export function ComparedText({ text, other }: { text: string; other: string }) {
  const stretches = useMemo(() => markDifferences(text, other), [text, other]);
  return stretches.map(({ words, isDifferent }, index) => {
    if (!isDifferent) return <VisibleText key={index}>{words}</VisibleText>;
    const end = words.trimEnd();
    return (
      <span key={index}>
        <mark className={classes.different}>
          <VisibleText>{end}</VisibleText>
        </mark>
        {words.slice(end.length)}
      </span>
    );
  });
}
