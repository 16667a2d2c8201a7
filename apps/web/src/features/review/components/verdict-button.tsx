"use client";

import { Button, Tooltip } from "@mantine/core";
import type { MouseEvent, ReactNode, Ref } from "react";
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
  obstacle = null,
  isExpanded,
  buttonRef,
  onClick,
}: {
  label: string;
  keys: string;
  icon: ReactNode;
  tone: VerdictTone;
  isFlashing: boolean;
  /** Something is on its way; the button waits without changing its looks. */
  isBusy: boolean;
  obstacle?: string | null;
  isExpanded?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick: () => void;
}) {
  const click = (event: MouseEvent) => {
    // The second click of a double click would decide the sample that came in between.
    if (!isBusy && event.detail <= 1) onClick();
  };
  return (
    <Tooltip label={obstacle} disabled={obstacle === null} multiline maw={320} position="top-end">
      <Button
        ref={buttonRef}
        size="md"
        variant={tone === "accept" || tone === "correct" ? "filled" : "default"}
        color={tone === "accept" ? "accepted" : tone === "correct" ? "corrected" : "gray"}
        leftSection={icon}
        rightSection={
          <kbd className={classes.key} aria-hidden>
            {keys}
          </kbd>
        }
        classNames={{ root: classes.button ?? "", section: classes.section ?? "" }}
        data-tone={tone}
        data-flash={isFlashing || undefined}
        aria-disabled={obstacle !== null || isBusy || undefined}
        data-blocked={obstacle !== null || undefined}
        aria-keyshortcuts={keys}
        aria-expanded={isExpanded}
        aria-haspopup={isExpanded === undefined ? undefined : "dialog"}
        onClick={click}
      >
        {label}
      </Button>
    </Tooltip>
  );
}
