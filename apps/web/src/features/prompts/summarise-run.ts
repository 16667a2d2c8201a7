import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { countOf, formatCount } from "../../components/format/format-count";

/** What a run did, in sentences; for every state but the two that are under way. */
export function summariseRun(run: PromptRun): string[] {
  const { count, createdCount, keptCount, refusedCount, sampleCount } = run;
  if (run.state === "done" && keptCount === count) {
    return [
      `All ${countOf(count, "prompt")} of this order were here already, so nothing was added: the same seed and numbers always write the same prompts.`,
    ];
  }
  const sentences = [
    createdCount === 0
      ? "No new prompt was stored."
      : `${countOf(createdCount, "new prompt")} of ${formatCount(count)} ${createdCount === 1 ? "was" : "were"} stored.`,
  ];
  if (keptCount > 0) {
    sentences.push(
      `${countOf(keptCount, "prompt")} ${keptCount === 1 ? "was here already and is left as it is" : "were here already and are left as they are"}.`,
    );
  }
  if (refusedCount > 0) {
    sentences.push(
      `${countOf(refusedCount, "prompt")} ${refusedCount === 1 ? "was" : "were"} refused for being nearly the same as one that is here.`,
    );
  }
  if (sampleCount > 0) {
    sentences.push(
      `${countOf(sampleCount, "IR")} came with them and ${sampleCount === 1 ? "waits" : "wait"} for review.`,
    );
  }
  return sentences;
}
