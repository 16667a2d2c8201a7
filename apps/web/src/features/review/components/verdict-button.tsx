"use client";

import { type MouseEvent, type ReactNode, useId } from "react";
import { Hint } from "./hint";
import classes from "./verdict-button.module.css";

export type VerdictTone = "plain" | "reject" | "accept" | "correct";

/** A verdict with its key. It stays focusable when it cannot be given, and says why. */
export function VerdictButton({
  label,
  keys,
  icon,
  tone,
  isFlashing,
  isBusy,
  isBlocked = false,
  obstacle = null,
  isExpanded,
  onClick,
}: {
  label: string;
  keys: string;
  icon: ReactNode;
  tone: VerdictTone;
  isFlashing: boolean;
  /** Something is on its way; the button waits without changing its looks. */
  isBusy: boolean;
  /** It cannot be given, and something else on the desk says why. */
  isBlocked?: boolean;
  obstacle?: string | null;
  isExpanded?: boolean;
  onClick: () => void;
}) {
  const obstacleId = useId();
  const click = (event: MouseEvent) => {
    // The second click of a double click would decide the sample that came in between.
    if (!isBusy && event.detail <= 1) onClick();
  };
  return (
    <Hint text={obstacle} align="end" id={obstacleId}>
      <button
        type="button"
        className={classes.button}
        data-tone={tone}
        data-flash={isFlashing || undefined}
        data-blocked={isBlocked || obstacle !== null || undefined}
        aria-disabled={isBlocked || obstacle !== null || isBusy || undefined}
        aria-describedby={obstacle === null ? undefined : obstacleId}
        aria-keyshortcuts={keys}
        aria-expanded={isExpanded}
        aria-haspopup={isExpanded === undefined ? undefined : "dialog"}
        onClick={click}
      >
        {icon}
        {label}
        <kbd className={classes.key} aria-hidden>
          {keys}
        </kbd>
      </button>
    </Hint>
  );
}
