import { IconAlertTriangle, IconCircleX, IconInfoCircle } from "@tabler/icons-react";
import { Badge } from "./badge";

export type Severity = "error" | "warning" | "info";

const LOOKS = {
  error: { tone: "rejected", icon: IconCircleX, label: "Error" },
  warning: { tone: "warning", icon: IconAlertTriangle, label: "Warning" },
  info: { tone: "pending", icon: IconInfoCircle, label: "Note" },
} as const;

export function SeverityBadge({ severity }: { severity: Severity }) {
  const look = LOOKS[severity];
  return (
    <Badge tone={look.tone} icon={look.icon} isPlain>
      {look.label}
    </Badge>
  );
}
