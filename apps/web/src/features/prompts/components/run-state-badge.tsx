import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { IconBan, IconCheck, IconClock, IconPlayerPlay, IconX } from "@tabler/icons-react";
import { Badge, type BadgeTone } from "../../../components/state/badge";

const LOOKS: Record<PromptRun["state"], { tone: BadgeTone; icon: typeof IconCheck; word: string }> =
  {
    waiting: { tone: "pending", icon: IconClock, word: "Waiting" },
    running: { tone: "pending", icon: IconPlayerPlay, word: "Running" },
    done: { tone: "accepted", icon: IconCheck, word: "Done" },
    failed: { tone: "rejected", icon: IconX, word: "Failed" },
    cancelled: { tone: "skipped", icon: IconBan, word: "Cancelled" },
  };

export function RunStateBadge({
  state,
  isPlain = false,
}: {
  state: PromptRun["state"];
  isPlain?: boolean;
}) {
  const { tone, icon, word } = LOOKS[state];
  return (
    <Badge tone={tone} icon={icon} isPlain={isPlain}>
      {word}
    </Badge>
  );
}
