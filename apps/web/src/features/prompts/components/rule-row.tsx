"use client";

import { ActionIcon, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./template-fields.module.css";

export function RuleRow({
  label,
  value,
  error,
  onChange,
  onRemove,
}: {
  label: string;
  value: string;
  error: ReactNode;
  onChange: (value: string) => void;
  onRemove: () => void;
}) {
  return (
    <div className={classes.rule}>
      <TextInput
        aria-label={label}
        className={classes.mono ?? ""}
        placeholder="low < high"
        maxLength={300}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <ActionIcon
        size={32}
        variant="subtle"
        color="gray"
        aria-label={`Remove ${label.toLowerCase()}`}
        title="Remove the rule"
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
