"use client";

import { Tooltip } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./hint.module.css";

const OPENED_BY = { hover: true, focus: true, touch: true };

/** What a word or a number means, for the pointer, the keyboard and a touch. */
export function Hint({
  of,
  children,
}: {
  /** The word or number. */ of: string;
  children: ReactNode;
}) {
  return (
    <Tooltip label={children} multiline w={340} events={OPENED_BY}>
      <button type="button" className={classes.hint} aria-label={`What “${of}” means`}>
        <IconInfoCircle size={15} stroke={1.8} aria-hidden />
      </button>
    </Tooltip>
  );
}
