"use client";

import { Splitter } from "@mantine/core";
import type { ReactNode } from "react";
import { MIN_PANES, type PaneSizes, rememberPaneSizes } from "../desk/pane-sizes";
import classes from "./desk-panes.module.css";

/** Prompt, IR and findings side by side; the reviewer's own widths are remembered. */
export function DeskPanes({
  sizes,
  isBusy = false,
  prompt,
  ir,
  side,
}: {
  sizes: PaneSizes;
  isBusy?: boolean;
  prompt: ReactNode;
  ir: ReactNode;
  side: ReactNode;
}) {
  return (
    <Splitter
      className={classes.panes ?? ""}
      classNames={{ handle: classes.handle ?? "" }}
      lineSize={1}
      withHandle={false}
      step={2}
      aria-busy={isBusy || undefined}
      onSizeChange={(changed) => rememberPaneSizes(changed.map(Number))}
    >
      {[prompt, ir, side].map((content, index) => (
        <Splitter.Pane
          key={index}
          defaultSize={sizes[index] ?? 0}
          min={MIN_PANES[index] ?? 0}
          className={classes.pane ?? ""}
        >
          {content}
        </Splitter.Pane>
      ))}
    </Splitter>
  );
}
