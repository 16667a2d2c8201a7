"use client";

import { CHECKLIST } from "@foundry/core/reviews/review.schema";
import { memo } from "react";
import { Shortcut } from "../../../components/shortcut";
import classes from "./checklist.module.css";

/** The four points, ticked by click or by their digits. A help to memory, never a condition. */
export const Checklist = memo(function Checklist({
  checked,
  isReadOnly,
  onToggle,
}: {
  checked: readonly boolean[];
  isReadOnly: boolean;
  onToggle: (index: number) => void;
}) {
  return (
    <ul className={classes.list}>
      {CHECKLIST.map((point, index) => (
        <li key={point}>
          <label className={classes.point}>
            <input
              type="checkbox"
              className={classes.box}
              checked={checked[index] ?? false}
              aria-disabled={isReadOnly || undefined}
              aria-keyshortcuts={String(index + 1)}
              onChange={() => onToggle(index)}
            />
            <span className={classes.text}>{point}</span>
            <span aria-hidden>
              <Shortcut keys={[String(index + 1)]} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
});
