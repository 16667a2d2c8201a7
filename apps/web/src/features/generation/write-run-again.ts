import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { START_DRAFT, startPurpose, writeDraft } from "./generation-draft";

/** The query that opens the form with the settings of an earlier run; its prompts are chosen anew. */
export function writeRunAgain(run: GenerationRun): string {
  return writeDraft({
    ...startPurpose(START_DRAFT, run.purpose),
    producer: run.producer,
    endpointId: run.endpointId,
    model: run.producer === "anthropic" ? run.model : null,
    effort: run.effort,
    mode: run.mode,
    candidatesPerPrompt: run.candidatesPerPrompt,
    repairTurns: run.producer === "blueprint" ? START_DRAFT.repairTurns : run.repairTurns,
    variationsPerPrompt: run.variationsPerPrompt,
    fewShotSetId: run.fewShotSet?.id ?? null,
    onDoubt: run.onDoubt,
    maxInFlight: run.maxInFlight,
    budgetUsd: run.budgetUsd,
  });
}
