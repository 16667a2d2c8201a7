import type { ReactNode } from "react";
import classes from "./section.module.css";

/** A heading with its count, and what belongs to it. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <div className={classes.head}>
        <h3>{title}</h3>
        {aside !== undefined && <span>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
