import type { Import } from "@foundry/core/imports/import.schema";
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconPlayerPlay,
  IconX,
} from "@tabler/icons-react";
import { Badge } from "../../../components/state/badge";

/** A finished import with bad rows is said to be so: its good rows are in, the others are not. */
export function ImportStateBadge({ item, isPlain = false }: { item: Import; isPlain?: boolean }) {
  const badge = (
    tone: "pending" | "accepted" | "warning" | "rejected" | "skipped",
    icon: typeof IconCheck,
    word: string,
  ) => (
    <Badge tone={tone} icon={icon} isPlain={isPlain}>
      {word}
    </Badge>
  );
  switch (item.state) {
    case "waiting":
      return badge("pending", IconClock, "Waiting");
    case "running":
      return badge("pending", IconPlayerPlay, "Running");
    case "done":
      return item.badCount > 0
        ? badge("warning", IconAlertTriangle, "Done with bad rows")
        : badge("accepted", IconCheck, "Done");
    case "failed":
      return badge("rejected", IconX, "Failed");
    case "cancelled":
      return badge("skipped", IconBan, "Cancelled");
  }
}
