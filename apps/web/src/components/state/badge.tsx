import type { Icon as TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { ToneName } from "../theme/palette";
import classes from "./badge.module.css";

export type BadgeTone = ToneName | "pending";

/** An icon and a word in a colour of state; `isPlain` drops the background, for dense tables. */
export function Badge({
  tone,
  icon: Icon,
  isPlain = false,
  children,
}: {
  tone: BadgeTone;
  icon: TablerIcon;
  isPlain?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={classes.badge} data-tone={tone} data-plain={isPlain || undefined}>
      <Icon size={14} stroke={2} className={classes.icon ?? ""} aria-hidden />
      {children}
    </span>
  );
}
