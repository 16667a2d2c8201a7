import type { PromptPreview } from "@foundry/core/prompt-runs/prompt-run.schema";
import { formatShare } from "../../components/format/format-share";

/** Mean similarity to the nearest other text above which a run reads like variations of few prompts. */
const REPETITIVE = 0.5;

/** What the numbers of a diversity report mean, in sentences for somebody who never saw one. */
export function describeDiversity({
  count,
  distinct,
  meanNearest,
  nearDuplicates,
}: PromptPreview["diversity"]): string[] {
  if (count < 2) return ["One prompt alone has nothing to be compared with."];
  const nearest = `A prompt and the one most like it share ${formatShare(meanNearest, 1)} of their wording on average${meanNearest > REPETITIVE ? ": the run will read like variations of few prompts" : ""}.`;
  const same =
    nearDuplicates === 0
      ? "No two prompts are nearly the same."
      : `${formatShare(nearDuplicates, 1)} of the prompts are nearly the same as another one.`;
  const pairs = distinct[1];
  return [
    nearest,
    same,
    ...(pairs === undefined
      ? []
      : [`${formatShare(pairs, 1)} of all pairs of neighbouring words are different pairs.`]),
  ];
}
