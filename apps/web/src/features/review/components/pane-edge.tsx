"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import classes from "./desk-panes.module.css";

const STEP_PERCENT = 2;

/** The line between two panes: dragged, moved with the arrow keys, or reset by a double click. */
export function PaneEdge({
  label,
  value,
  readWidth,
  onMove,
  onReset,
}: {
  label: string;
  /** Width of the outer pane in percent. */
  value: number;
  /** Width of all panes in pixels. */
  readWidth: () => number;
  /** @param by percent of the whole width, to the right when positive */
  onMove: (by: number) => void;
  onReset: () => void;
}) {
  const lastX = useRef<number | null>(null);
  const move = useRef(onMove);
  useEffect(() => {
    move.current = onMove;
  });
  const grab = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    lastX.current = event.clientX;
  };
  const drag = (event: PointerEvent) => {
    if (lastX.current === null) return;
    move.current(((event.clientX - lastX.current) / Math.max(1, readWidth())) * 100);
    lastX.current = event.clientX;
  };
  const drop = () => {
    lastX.current = null;
  };
  const step = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    onMove(direction * STEP_PERCENT);
  };
  return (
    <div
      className={classes.edge}
      role="slider"
      aria-orientation="horizontal"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value)}
      tabIndex={0}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onDoubleClick={onReset}
      onKeyDown={step}
    />
  );
}
