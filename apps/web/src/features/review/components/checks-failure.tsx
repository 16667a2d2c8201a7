"use client";

import { IconAlertTriangle } from "@tabler/icons-react";
import classes from "./checks-failure.module.css";
import { DeskButton } from "./desk-button";

/** The checks are part of the page but come later; without them the reviewer must know to look harder. */
export function ChecksFailure({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className={classes.failure}>
      <IconAlertTriangle size={16} className={classes.icon ?? ""} aria-hidden />
      <span className={classes.text}>
        The checks could not be loaded, so findings and quick fixes are missing. Your work is kept.
      </span>
      <DeskButton onClick={onRetry}>Try again</DeskButton>
    </div>
  );
}
