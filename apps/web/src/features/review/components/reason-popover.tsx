"use client";

import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import { type Reason, ReasonPicker } from "./reason-picker";

export interface ReasonPopoverProps<Id extends string> {
  isOpen: boolean;
  title: string;
  reasons: readonly Reason<Id>[];
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
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => {
        if (!opened) picker.onCancel();
      }}
      position="top-end"
      offset={10}
      width={440}
      closeOnEscape={false}
      withRoles={false}
      trapFocus={false}
    >
      <Popover.Target>
        <div>{children}</div>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={picker.title}>
        <ReasonPicker {...picker} />
      </Popover.Dropdown>
    </Popover>
  );
}
