"use client";

import { IconCheck, IconFlag } from "@tabler/icons-react";
import { countOf } from "../../../components/format/format-count";
import { FindingMessage } from "../../../components/findings/finding-message";
import type { CheckView, ExampleView } from "../describe-check";
import classes from "./check-examples.module.css";

/** Small cases that the check must flag, and such that it must let pass. */
export function CheckExamples({ check: { flags, passes } }: { check: CheckView }) {
  const count = flags.length + passes.length;
  if (count === 0) return null;
  return (
    <details className={classes.examples}>
      <summary>{countOf(count, "example")}</summary>
      <ul className={classes.list}>
        {flags.map((example, index) => (
          <Example key={`flag ${index}`} example={example} isFlagged />
        ))}
        {passes.map((example, index) => (
          <Example key={`pass ${index}`} example={example} isFlagged={false} />
        ))}
      </ul>
    </details>
  );
}

function Example({ example, isFlagged }: { example: ExampleView; isFlagged: boolean }) {
  const { prompt, lines, message } = example;
  const Icon = isFlagged ? IconFlag : IconCheck;
  return (
    <li className={classes.example} data-flagged={isFlagged || undefined}>
      <span className={classes.sign}>
        <Icon size={14} aria-hidden />
        {isFlagged ? "Flagged" : "Passes"}
      </span>
      <div className={classes.case}>
        <p className={classes.prompt}>{prompt}</p>
        <dl className={classes.lines}>
          {lines.map(({ place, text, isFlagged: isMarked }, index) => (
            <div key={index}>
              <dt>{place}</dt>
              <dd>{isMarked ? <mark>{text}</mark> : text}</dd>
            </div>
          ))}
        </dl>
        {message !== null && (
          <p className={classes.message}>
            <FindingMessage message={message} />
          </p>
        )}
      </div>
    </li>
  );
}
