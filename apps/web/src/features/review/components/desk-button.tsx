"use client";

import type { ButtonHTMLAttributes, Ref } from "react";
import classes from "./desk-button.module.css";

/** A button of the desk's banners and pickers: the kit's look in a few bytes. */
export function DeskButton({
  tone = "default",
  buttonRef,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: "default" | "filled" | "rejected" | "skipped" | "quiet";
  buttonRef?: Ref<HTMLButtonElement>;
}) {
  return (
    <button type="button" ref={buttonRef} className={classes.button} data-tone={tone} {...rest} />
  );
}
