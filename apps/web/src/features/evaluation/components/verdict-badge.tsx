import type { Verdict } from "@foundry/core/evaluation/evaluation.schema";
import { IconArrowDown, IconArrowUp, IconArrowsDiff } from "@tabler/icons-react";
import { Badge } from "../../../components/state/badge";

const LOOKS = {
  better: { tone: "accepted", icon: IconArrowUp, words: "Better" },
  worse: { tone: "rejected", icon: IconArrowDown, words: "Worse" },
  "not distinguishable": { tone: "skipped", icon: IconArrowsDiff, words: "Not distinguishable" },
} as const;

/** What can be said of the adapter beside the base model; `words` says it with the count of items. */
export function VerdictBadge({
  verdict,
  words,
  isPlain = false,
}: {
  verdict: Verdict;
  words?: string;
  isPlain?: boolean;
}) {
  const look = LOOKS[verdict];
  return (
    <Badge tone={look.tone} icon={look.icon} isPlain={isPlain}>
      {words === undefined ? look.words : words.charAt(0).toUpperCase() + words.slice(1)}
    </Badge>
  );
}
