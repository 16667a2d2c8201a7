import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./desk-banner.module.css";

/** Says over the panes why the sample is not simply there to be decided, and what can be done. */
export function DeskBanner({
  title,
  tone,
  actions,
  children,
}: {
  title: string;
  tone: "warning" | "plain";
  actions: ReactNode;
  children?: ReactNode;
}) {
  const Icon = tone === "warning" ? IconAlertTriangle : IconInfoCircle;
  return (
    <section
      className={classes.banner}
      data-tone={tone}
      role={tone === "warning" ? "alert" : "status"}
      aria-label={title}
    >
      <Icon size={18} className={classes.icon ?? ""} aria-hidden />
      <div className={classes.words}>
        <strong>{title}</strong>
        {children !== undefined && <span className={classes.text}>{children}</span>}
      </div>
      <div className={classes.actions}>{actions}</div>
    </section>
  );
}
