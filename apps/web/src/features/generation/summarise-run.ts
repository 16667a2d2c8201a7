import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { countOf, formatCount } from "../../components/format/format-count";
import { formatMoney } from "../../components/format/format-money";

/** What a run that is over did, in whole sentences. */
export function summariseRun(run: GenerationRun): string[] {
  const { counts, createdCount, itemCount } = run;
  const made =
    run.purpose === "irs"
      ? `${countOf(createdCount, "new sample")} from ${countOf(itemCount, "prompt")}.`
      : `${countOf(createdCount, "new prompt")} from ${countOf(itemCount, "prompt")}.`;
  const sentences = [run.state === "paused" ? `So far ${made}` : made];
  if (counts.failed > 0) sentences.push(`${formatCount(counts.failed)} failed.`);
  if (counts.cancelled > 0) sentences.push(`${formatCount(counts.cancelled)} were not done.`);
  if (run.producer === "blueprint") sentences.push("It cost nothing.");
  else if (run.unpricedCount > 0 && run.spentUsd === 0)
    sentences.push("Its cost is not known, because the model has no price.");
  else sentences.push(`It cost ${formatMoney(run.spentUsd)}.`);
  return sentences;
}
