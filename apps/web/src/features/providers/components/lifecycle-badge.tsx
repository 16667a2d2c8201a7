import type { LlmModel } from "@foundry/core/generation/provider.schema";
import { IconAlertTriangle, IconBan, IconCheck, IconHelp } from "@tabler/icons-react";
import rows from "../../../components/list/linked-row.module.css";
import { Badge } from "../../../components/state/badge";
import { formatDay } from "../../../components/time/format-exact";

const LOOKS = {
  active: { tone: "accepted", icon: IconCheck, word: "Active" },
  deprecated: { tone: "warning", icon: IconAlertTriangle, word: "Ends soon" },
  retired: { tone: "rejected", icon: IconBan, word: "Retired" },
  unknown: { tone: "pending", icon: IconHelp, word: "Not asked yet" },
} as const;

/** What the provider last said of a model's life. */
export function LifecycleBadge({ model: { lifecycle, retiresAt } }: { model: LlmModel }) {
  const { tone, icon, word } = LOOKS[lifecycle];
  return (
    <>
      <Badge tone={tone} icon={icon} isPlain>
        {word}
      </Badge>
      {retiresAt !== null && <span className={rows.note}>{`Ends on ${formatDay(retiresAt)}`}</span>}
    </>
  );
}
