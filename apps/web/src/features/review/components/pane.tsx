import type { ReactNode } from "react";
import classes from "./pane.module.css";

/** One column of the desk: a quiet head and a body that scrolls by itself. */
export function Pane({
  title,
  aside,
  isFlush = false,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  /** The body brings its own margins and scrolls itself. */
  isFlush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={classes.pane}>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </header>
      <div className={classes.body} data-flush={isFlush || undefined}>
        {children}
      </div>
    </section>
  );
}
