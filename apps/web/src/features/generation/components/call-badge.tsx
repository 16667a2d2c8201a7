import type { LlmCall } from "@foundry/core/generation/llm-call.schema";
import { IconBan, IconCheck, IconClock, IconHelp, type Icon, IconX } from "@tabler/icons-react";
import { Badge, type BadgeTone } from "../../../components/state/badge";
import { describeCall } from "../describe-call";

const ICONS: Partial<Record<BadgeTone, Icon>> = {
  accepted: IconCheck,
  rejected: IconX,
  warning: IconHelp,
  skipped: IconBan,
};

/** What became of a call. */
export function CallBadge({ call, isPlain = false }: { call: LlmCall; isPlain?: boolean }) {
  const { word, tone } = describeCall(call);
  return (
    <Badge tone={tone} icon={ICONS[tone] ?? IconClock} isPlain={isPlain}>
      {word}
    </Badge>
  );
}
