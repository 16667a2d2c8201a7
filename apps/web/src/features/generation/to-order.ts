import type { OrderGeneration } from "@foundry/core/generation/generation.schema";
import type { Providers } from "@foundry/core/generation/provider.schema";
import type { GenerationDraft } from "./generation-draft";

type Producer = OrderGeneration["producer"];

/** Who writes when nobody was chosen: Claude when it is ready, else what needs no key. */
export function chooseProducer(draft: GenerationDraft, providers: Providers): Producer {
  if (draft.producer !== null) return draft.producer;
  const { keySource, terms } = providers.anthropic;
  const isReady = keySource !== "none" && terms !== null;
  if (isReady || draft.purpose === "variations") return "anthropic";
  return "blueprint";
}

/** The model of Claude that is meant: the chosen one, else the first that is not near its end. */
export function chooseModel(draft: GenerationDraft, providers: Providers): string | null {
  const models = providers.models.filter(({ provider }) => provider === "anthropic");
  if (draft.model !== null && models.some(({ id }) => id === draft.model)) return draft.model;
  const lasting = models.find(({ lifecycle }) => lifecycle === "active" || lifecycle === "unknown");
  return (lasting ?? models[0])?.id ?? null;
}

/** The endpoint that is meant: the chosen one, else the first. */
export function chooseEndpoint(draft: GenerationDraft, { endpoints }: Providers): string | null {
  return (endpoints.find(({ id }) => id === draft.endpointId) ?? endpoints[0])?.id ?? null;
}

/** The order that a form stands for: what the producer has no use for is left at its default. */
export function toOrder(draft: GenerationDraft, providers: Providers): OrderGeneration {
  const producer = chooseProducer(draft, providers);
  const isVarying = draft.purpose === "variations";
  const isClaude = producer === "anthropic";
  const isModel = producer !== "blueprint";
  const writesIrs = isModel && !isVarying;
  return {
    ...draft,
    producer,
    endpointId: producer === "openai_compatible" ? chooseEndpoint(draft, providers) : null,
    model: isClaude ? chooseModel(draft, providers) : null,
    effort: isClaude ? draft.effort : null,
    mode: isClaude && writesIrs ? draft.mode : "direct",
    candidatesPerPrompt: writesIrs ? draft.candidatesPerPrompt : 1,
    repairTurns: writesIrs ? draft.repairTurns : 0,
    variationsPerPrompt: isVarying ? draft.variationsPerPrompt : null,
    fewShotSetId: writesIrs ? draft.fewShotSetId : null,
    budgetUsd: isModel ? draft.budgetUsd : null,
  };
}
