import type { GenerationRun } from "@foundry/core/generation/generation.schema";

/** "Claude, claude-sonnet-4-5" or "Blueprints": who writes in this run. */
export function nameProducer({ producerTitle, model }: GenerationRun): string {
  return model === null ? producerTitle : `${producerTitle}, ${model}`;
}

/** What the run makes, in one word for its lists. */
export function nameProduct({ purpose }: Pick<GenerationRun, "purpose">): string {
  return purpose === "irs" ? "IRs" : "Variations";
}
