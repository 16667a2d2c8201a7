import type { ReactNode } from "react";
import classes from "./page.module.css";

/**
 * The body of one page. `reading` is for text and forms, `regular` for cards and short tables,
 * `wide` for tables that use every column they get.
 */
export function Page({
  width = "regular",
  children,
}: {
  width?: "reading" | "regular" | "wide";
  children: ReactNode;
}) {
  return (
    <div className={classes.page} data-width={width}>
      {children}
    </div>
  );
}
