import { MAX_PROMPTS_OF_RUN } from "@foundry/core/prompt-runs/prompt-run.schema";
import { COMPLEXITIES } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { type OrderDraft, spreadEvenly, startDraft } from "./order-draft";

const SEED = "seed";
const BLUEPRINTS = "blueprints";
const MAX_SHARE = 1_000;

/** The query of an address that brings a run form back as it is; categories without prompts are left out. */
export function writeOrderAddress(draft: OrderDraft): string {
  const params = new URLSearchParams({ [SEED]: draft.seed });
  for (const category of PROMPT_CATEGORIES) {
    if (draft.quotas[category] > 0) params.set(category, String(draft.quotas[category]));
  }
  for (const complexity of COMPLEXITIES) {
    if (draft.hasMix) params.set(complexity, String(draft.mix[complexity]));
  }
  if (draft.withBlueprints) params.set(BLUEPRINTS, "yes");
  return `?${params.toString()}`;
}

/** Reads such an address; null when it says nothing of a run. */
export function readOrderAddress(params: URLSearchParams): OrderDraft | null {
  const seed = params.get(SEED);
  if (seed === null) return null;
  const start = startDraft(seed);
  const count = (name: string, max: number) => readNumber(params.get(name), max);
  return {
    seed,
    quotas: readEach(PROMPT_CATEGORIES, spreadEvenly(0), (category) =>
      count(category, MAX_PROMPTS_OF_RUN),
    ),
    hasMix: COMPLEXITIES.some((complexity) => params.has(complexity)),
    mix: COMPLEXITIES.some((complexity) => params.has(complexity))
      ? readEach(COMPLEXITIES, start.mix, (complexity) => count(complexity, MAX_SHARE))
      : start.mix,
    withBlueprints: params.get(BLUEPRINTS) === "yes",
  };
}

function readEach<Name extends string>(
  names: readonly Name[],
  start: Record<Name, number>,
  read: (name: Name) => number,
): Record<Name, number> {
  const values = { ...start };
  for (const name of names) values[name] = read(name);
  return values;
}

function readNumber(text: string | null, max: number): number {
  return /^\d{1,6}$/.test(text ?? "") ? Math.min(Number(text), max) : 0;
}
