import type { ReactNode } from "react";
import classes from "./panel.module.css";

/** A bordered part of a page with its own heading; `isFlush` lets a table run to the border. */
export function Panel({
  title,
  aside,
  isFlush = false,
  children,
}: {
  title?: string;
  aside?: ReactNode;
  isFlush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classes.panel} {...(title === undefined ? {} : { "aria-label": title })}>
      {(title !== undefined || aside !== undefined) && (
        <div className={classes.head}>
          {title !== undefined && <h2>{title}</h2>}
          {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        </div>
      )}
      <div className={classes.body} data-flush={isFlush || undefined}>
        {children}
      </div>
    </section>
  );
}
