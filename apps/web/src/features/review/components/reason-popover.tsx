"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type Reason, ReasonPicker } from "./reason-picker";
import classes from "./reason-popover.module.css";

export interface ReasonPopoverProps<Id extends string> {
  isOpen: boolean;
  title: string;
  reasons: readonly Reason<Id>[];
  found?: readonly Id[];
  submitLabel: string;
  tone: "rejected" | "skipped";
  note: string;
  onNote: (note: string) => void;
  onSubmit: (reasons: Id[]) => void;
  onCancel: () => void;
  /** The button that it belongs to. */
  children: ReactNode;
}

/** Stands over its button and closes by itself when the reviewer turns to something else. */
export function ReasonPopover<Id extends string>({
  isOpen,
  children,
  ...picker
}: ReasonPopoverProps<Id>) {
  const anchor = useRef<HTMLDivElement>(null);
  const cancel = useRef(picker.onCancel);
  useEffect(() => {
    cancel.current = picker.onCancel;
  });
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) cancel.current();
    };
    window.addEventListener("pointerdown", closeOutside, { capture: true });
    return () => window.removeEventListener("pointerdown", closeOutside, { capture: true });
  }, [isOpen]);
  return (
    <div ref={anchor} className={classes.anchor}>
      {children}
      {isOpen && (
        <div role="dialog" aria-label={picker.title} className={classes.popover}>
          <ReasonPicker {...picker} />
        </div>
      )}
    </div>
  );
}
