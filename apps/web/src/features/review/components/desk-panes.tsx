"use client";

import { Fragment, type ReactNode, useRef, useState } from "react";
import { movePaneEdge } from "../desk/move-pane-edge";
import { DEFAULT_PANES, type PaneSizes, rememberPaneSizes } from "../desk/pane-sizes";
import classes from "./desk-panes.module.css";
import { PaneEdge } from "./pane-edge";

const EDGES = [0, 1] as const;
const EDGE_LABELS = ["Width of the prompt", "Width of the findings"];

/** Prompt, IR and findings side by side; the reviewer's own widths are remembered. */
export function DeskPanes({
  initialSizes,
  prompt,
  ir,
  side,
  isBusy = false,
}: {
  initialSizes: PaneSizes;
  prompt: ReactNode;
  ir: ReactNode;
  side: ReactNode;
  isBusy?: boolean;
}) {
  const [sizes, setSizes] = useState(initialSizes);
  const frame = useRef<HTMLDivElement>(null);
  const change = (next: PaneSizes) => {
    setSizes(next);
    rememberPaneSizes(next);
  };
  const [left, middle, right] = sizes;
  return (
    <div
      ref={frame}
      className={classes.panes}
      style={{ gridTemplateColumns: `${left}fr 1px ${middle}fr 1px ${right}fr` }}
      aria-busy={isBusy || undefined}
    >
      {[prompt, ir].map((content, index) => {
        const edge = EDGES[index] ?? 0;
        return (
          <Fragment key={edge}>
            <div className={classes.pane}>{content}</div>
            <PaneEdge
              label={EDGE_LABELS[edge] ?? ""}
              value={edge === 0 ? left : right}
              readWidth={() => frame.current?.clientWidth ?? 0}
              onMove={(by) => change(movePaneEdge(sizes, edge, by))}
              onReset={() => change(DEFAULT_PANES)}
            />
          </Fragment>
        );
      })}
      <div className={classes.pane}>{side}</div>
    </div>
  );
}
