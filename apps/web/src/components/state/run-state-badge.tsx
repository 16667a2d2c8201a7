import {
  IconBan,
  IconCheck,
  IconClock,
  IconPlayerPause,
  IconPlayerPlay,
  IconX,
} from "@tabler/icons-react";
import { Badge, type BadgeTone } from "./badge";

/** Where a piece of background work stands. */
export type RunState = "waiting" | "running" | "paused" | "done" | "failed" | "cancelled";

const LOOKS: Record<RunState, { tone: BadgeTone; icon: typeof IconCheck; word: string }> = {
  waiting: { tone: "pending", icon: IconClock, word: "Waiting" },
  running: { tone: "pending", icon: IconPlayerPlay, word: "Running" },
  paused: { tone: "warning", icon: IconPlayerPause, word: "Paused" },
  done: { tone: "accepted", icon: IconCheck, word: "Done" },
  failed: { tone: "rejected", icon: IconX, word: "Failed" },
  cancelled: { tone: "skipped", icon: IconBan, word: "Cancelled" },
};

export function RunStateBadge({ state, isPlain = false }: { state: RunState; isPlain?: boolean }) {
  const { tone, icon, word } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon} isPlain={isPlain}>
      {word}
    </Badge>
  );
}
