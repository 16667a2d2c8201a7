import { IconCheck, IconCloudOff, IconDots } from "@tabler/icons-react";
import type { DraftStatus } from "../desk/draft-keeper";
import classes from "./draft-sign.module.css";

const LOOKS: Record<Exclude<DraftStatus, "none">, { text: string; icon: typeof IconCheck }> = {
  unsaved: { text: "Draft", icon: IconDots },
  saving: { text: "Draft", icon: IconDots },
  saved: { text: "Draft saved", icon: IconCheck },
  failed: { text: "Draft kept in this browser", icon: IconCloudOff },
};

/** Says quietly where the unfinished work is; nothing when there is none. */
export function DraftSign({ status }: { status: DraftStatus }) {
  if (status === "none") return null;
  const { text, icon: Icon } = LOOKS[status];
  return (
    <span className={classes.sign} data-status={status}>
      <Icon size={14} aria-hidden />
      <span className={classes.text}>{text}</span>
    </span>
  );
}
