import type { ReactNode } from "react";
import { Brand } from "./frame/brand";
import classes from "./entry-page.module.css";

/** A page outside the frame: sign-in, first run, invitation, and messages that stand alone. */
export function EntryPage({
  title,
  intro,
  isWide = false,
  children,
}: {
  title: string;
  intro?: ReactNode;
  isWide?: boolean;
  children?: ReactNode;
}) {
  return (
    <main className={classes.page} data-fills-viewport>
      <div className={classes.brand}>
        <Brand size={28} />
        <span>IR Foundry</span>
      </div>
      <div className={classes.card} data-wide={isWide || undefined}>
        <div className={classes.words}>
          <h1>{title}</h1>
          {intro !== undefined && <p>{intro}</p>}
        </div>
        {children}
      </div>
    </main>
  );
}
