import {
  GENERATION_PURPOSES,
  type OrderGeneration,
  orderGenerationSchema,
} from "@foundry/core/generation/generation.schema";
import { z } from "zod";

/** The form of a run as it is filled in; a producer that is null is still to be chosen for the person. */
export type GenerationDraft = Omit<OrderGeneration, "producer"> & {
  producer: OrderGeneration["producer"] | null;
};

const START = orderGenerationSchema.parse({ producer: "blueprint", choice: {} });
export const START_DRAFT: GenerationDraft = { ...START, producer: null };
const DEFAULT_VARIATIONS = 3;

const idsSchema = z.array(z.coerce.number().pipe(z.int().min(1)));

/** Reads the form from an address; what it does not know counts as not given. */
export function readDraft(query: URLSearchParams): GenerationDraft {
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined);
  const text = (name: string) => query.get(name) ?? undefined;
  const purpose =
    text("purpose") === "variations" ? GENERATION_PURPOSES[1] : GENERATION_PURPOSES[0];
  const start = startPurpose(START_DRAFT, purpose);
  const top = {
    producer: text("producer"),
    endpointId: text("endpoint"),
    model: text("model"),
    effort: text("effort"),
    mode: text("mode"),
    candidatesPerPrompt: number("candidates"),
    repairTurns: number("repairs"),
    variationsPerPrompt: number("variations"),
    fewShotSetId: text("examples"),
    onDoubt: text("doubt"),
    maxInFlight: number("at-once"),
    budgetUsd: number("budget"),
  };
  const choice = {
    categories: query.has("category") ? query.getAll("category") : undefined,
    complexities: query.has("complexity") ? query.getAll("complexity") : undefined,
    importId: text("import"),
    promptRunId: text("prompt-run"),
    generationRunId: text("run"),
    withoutIr: query.has("with-ir") ? query.get("with-ir") !== "yes" : undefined,
    promptIds: query.has("prompts")
      ? (idsSchema.safeParse(query.get("prompts")?.split(",")).data ?? undefined)
      : undefined,
    limit: number("limit"),
  };
  return {
    ...start,
    ...takeKnown(orderGenerationSchema.shape, top),
    purpose,
    choice: { ...start.choice, ...takeKnown(orderGenerationSchema.shape.choice.shape, choice) },
  };
}

/** The parts that fit their schema; anything else is left out, and the default stays. */
function takeKnown(shape: Record<string, z.ZodType>, given: Record<string, unknown>): object {
  const known: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const parsed = shape[name]?.safeParse(value);
    if (parsed?.success) known[name] = parsed.data;
  }
  return known;
}

type Plain = string | number | null;

/** The query of an address that opens the form as it is; empty for the form as it begins. */
export function writeDraft(draft: GenerationDraft): string {
  const query = new URLSearchParams();
  const start = startPurpose(START_DRAFT, draft.purpose);
  const put = (name: string, value: Plain, unless: Plain) => {
    if (value !== unless && value !== null) query.set(name, String(value));
  };
  put("purpose", draft.purpose, "irs");
  put("producer", draft.producer, null);
  put("endpoint", draft.endpointId, null);
  put("model", draft.model, null);
  put("effort", draft.effort, null);
  put("mode", draft.mode, start.mode);
  put("candidates", draft.candidatesPerPrompt, start.candidatesPerPrompt);
  put("repairs", draft.repairTurns, start.repairTurns);
  put("variations", draft.variationsPerPrompt, start.variationsPerPrompt);
  put("examples", draft.fewShotSetId, null);
  put("doubt", draft.onDoubt, start.onDoubt);
  put("at-once", draft.maxInFlight, start.maxInFlight);
  put("budget", draft.budgetUsd, null);
  for (const category of draft.choice.categories) query.append("category", category);
  for (const complexity of draft.choice.complexities) query.append("complexity", complexity);
  put("import", draft.choice.importId, null);
  put("prompt-run", draft.choice.promptRunId, null);
  put("run", draft.choice.generationRunId, null);
  put("with-ir", draft.choice.withoutIr ? "no" : "yes", start.choice.withoutIr ? "no" : "yes");
  put("prompts", draft.choice.promptIds?.join(",") ?? null, null);
  put("limit", draft.choice.limit, null);
  return query.toString();
}

/** Variations are made of prompts that are proven, so prompts with an IR are in from the start. */
export function startPurpose(
  draft: GenerationDraft,
  purpose: GenerationDraft["purpose"],
): GenerationDraft {
  const isVarying = purpose === "variations";
  return {
    ...draft,
    purpose,
    variationsPerPrompt: isVarying ? (draft.variationsPerPrompt ?? DEFAULT_VARIATIONS) : null,
    choice: { ...draft.choice, withoutIr: !isVarying },
  };
}
