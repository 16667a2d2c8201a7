import type { PromptRow } from "@foundry/core/prompt-list/prompt.schema";

/** What has an IR or a benchmark case is work that people built on, so it stays. */
export function canBeArchived({
  sampleCount,
  isBenchmark,
}: Pick<PromptRow, "sampleCount" | "isBenchmark">): boolean {
  return sampleCount === 0 && !isBenchmark;
}
