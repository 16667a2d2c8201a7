import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./notice.module.css";

export type NoticeTone = "accepted" | "rejected" | "warning" | "skipped" | "plain";

const ICONS = {
  accepted: IconCircleCheck,
  rejected: IconCircleX,
  warning: IconAlertTriangle,
  skipped: IconBan,
  plain: IconInfoCircle,
};

/** A message that stays in its place on the page; errors and warnings are read out at once. */
export function Notice({
  tone,
  title,
  children,
}: {
  tone: NoticeTone;
  title?: string;
  children: ReactNode;
}) {
  const Icon = ICONS[tone];
  const role = tone === "rejected" || tone === "warning" ? "alert" : "status";
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <Icon size={18} stroke={1.8} aria-hidden />
      <div>
        {title !== undefined && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
    </div>
  );
}
