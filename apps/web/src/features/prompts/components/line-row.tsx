"use client";

import { ActionIcon, Textarea, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { ChangeEvent, ReactNode } from "react";
import classes from "./template-fields.module.css";

/** One rule or one example with the button that removes it. */
export function LineRow({
  label,
  placeholder,
  isProse,
  value,
  error,
  onChange,
  onRemove,
}: {
  label: string;
  placeholder: string;
  isProse: boolean;
  value: string;
  error: ReactNode;
  onChange: (value: string) => void;
  onRemove: () => void;
}) {
  const field = {
    "aria-label": label,
    placeholder,
    value,
    error,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.currentTarget.value),
  };
  return (
    <div className={classes.line}>
      {isProse ? (
        <Textarea {...field} autosize minRows={1} maxLength={5_000} />
      ) : (
        <TextInput {...field} className={classes.mono ?? ""} maxLength={300} />
      )}
      <ActionIcon
        size={32}
        variant="subtle"
        color="gray"
        aria-label={`Remove ${label.toLowerCase()}`}
        title={`Remove ${label.toLowerCase()}`}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
