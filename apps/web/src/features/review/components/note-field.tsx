"use client";

import type { TextareaHTMLAttributes, Ref } from "react";
import classes from "./note-field.module.css";

/** As long as a review stores. */
const MAX_LENGTH = 4_000;

/** A text field that grows with what is written in it. */
export function NoteField({
  fieldRef,
  onText,
  ...rest
}: Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "onChange"> & {
  fieldRef?: Ref<HTMLTextAreaElement>;
  onText: (text: string) => void;
}) {
  return (
    <textarea
      ref={fieldRef}
      className={classes.field}
      maxLength={MAX_LENGTH}
      onChange={(event) => onText(event.currentTarget.value)}
      {...rest}
    />
  );
}
