"use client";

import { ActionIcon, Select, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { SlotField } from "../template-form";
import classes from "./template-fields.module.css";

const KINDS = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "choice", label: "Choice" },
] as const;

export function SlotFields({
  slot,
  nameError,
  valuesError,
  onChange,
  onRemove,
}: {
  slot: SlotField;
  nameError: ReactNode;
  valuesError: ReactNode;
  onChange: (changes: Partial<SlotField>) => void;
  onRemove: () => void;
}) {
  return (
    <div className={classes.slot} role="group" aria-label={`Slot ${slot.name}`}>
      <TextInput
        label="Name"
        className={classes.mono ?? ""}
        maxLength={50}
        value={slot.name}
        error={nameError}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label="Kind"
        data={[...KINDS]}
        value={slot.kind}
        onChange={(value) => {
          const kind = KINDS.find((known) => known.value === value)?.value;
          if (kind !== undefined) onChange({ kind });
        }}
      />
      <Textarea
        label="Values, one a line"
        className={classes.mono ?? ""}
        autosize
        minRows={2}
        maxRows={10}
        value={slot.values}
        error={valuesError}
        onChange={(event) => onChange({ values: event.currentTarget.value })}
      />
      <ActionIcon
        className={classes.remove ?? ""}
        size={32}
        variant="subtle"
        color="gray"
        aria-label={`Remove the slot ${slot.name}`}
        title="Remove the slot"
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
