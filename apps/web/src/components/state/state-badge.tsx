import {
  IconCheck,
  IconCircleDashed,
  IconPencil,
  IconPlayerTrackNext,
  IconScale,
  IconUserEdit,
  IconX,
} from "@tabler/icons-react";
import { Badge, type BadgeTone } from "./badge";

/** Where a sample stands, or what a verdict made of it. */
export type ReviewState =
  | "pending"
  | "leased"
  | "accepted"
  | "corrected"
  | "rejected"
  | "skipped"
  | "disputed";

const LOOKS: Record<ReviewState, { tone: BadgeTone; label: string; icon: typeof IconCheck }> = {
  pending: { tone: "pending", label: "Pending", icon: IconCircleDashed },
  leased: { tone: "pending", label: "In review", icon: IconUserEdit },
  accepted: { tone: "accepted", label: "Accepted", icon: IconCheck },
  corrected: { tone: "corrected", label: "Corrected", icon: IconPencil },
  rejected: { tone: "rejected", label: "Rejected", icon: IconX },
  skipped: { tone: "skipped", label: "Skipped", icon: IconPlayerTrackNext },
  disputed: { tone: "disputed", label: "Disputed", icon: IconScale },
};

export function StateBadge({ state, isPlain = false }: { state: ReviewState; isPlain?: boolean }) {
  const look = LOOKS[state];
  return (
    <Badge tone={look.tone} icon={look.icon} isPlain={isPlain}>
      {look.label}
    </Badge>
  );
}
