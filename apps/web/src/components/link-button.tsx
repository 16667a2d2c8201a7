import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./plain-button.module.css";

/** A link that looks like a button, in a few bytes: the pages for errors travel with every other page. */
export function LinkButton({
  href,
  variant = "filled",
  leftSection,
  rightSection,
  fullWidth = false,
  children,
}: {
  href: string;
  variant?: "filled" | "default";
  leftSection?: ReactNode;
  rightSection?: ReactNode;
  fullWidth?: boolean;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      className={classes.button}
      data-variant={variant}
      data-full={fullWidth || undefined}
    >
      {leftSection}
      {children}
      {rightSection}
    </Link>
  );
}
