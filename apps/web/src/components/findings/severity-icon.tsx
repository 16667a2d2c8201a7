import type { Severity } from "@foundry/core/checks/finding";
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import classes from "./severity-icon.module.css";

const ICONS = { error: IconAlertCircle, warning: IconAlertTriangle, info: IconInfoCircle };

export function SeverityIcon({ severity }: { severity: Severity }) {
  const Icon = ICONS[severity];
  return <Icon size={16} className={classes.icon ?? ""} data-severity={severity} aria-hidden />;
}
