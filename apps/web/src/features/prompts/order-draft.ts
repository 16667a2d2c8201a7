import {
  MAX_PROMPTS_OF_RUN,
  type OrderPrompts,
  orderPromptsSchema,
  type PromptQuotas,
  sumQuotas,
} from "@foundry/core/prompt-runs/prompt-run.schema";
import { COMPLEXITIES, type Complexity } from "@foundry/core/prompts/derive-complexity";
import { PROMPT_CATEGORIES, type PromptCategory } from "@foundry/core/prompts/prompt-category";
import { formatCount } from "../../components/format/format-count";

/** A run form as it is filled in: every category has a number, and the mix is kept while it is off. */
export interface OrderDraft {
  seed: string;
  quotas: Record<PromptCategory, number>;
  hasMix: boolean;
  mix: Record<Complexity, number>;
  withBlueprints: boolean;
}

/** What is wrong with a field, in a sentence for the place beside it. */
export interface OrderProblems {
  seed: string | null;
  quotas: string | null;
  mix: string | null;
}

const DEFAULT_COUNT = 300;

/** `count` prompts divided over the categories; the first ones take what does not divide. */
export function spreadEvenly(count: number): Record<PromptCategory, number> {
  const each = Math.floor(count / PROMPT_CATEGORIES.length);
  const rest = count % PROMPT_CATEGORIES.length;
  const quotas = PROMPT_CATEGORIES.map((category, index) => [
    category,
    each + (index < rest ? 1 : 0),
  ]);
  return Object.fromEntries(quotas) as Record<PromptCategory, number>;
}

export function startDraft(seed: string): OrderDraft {
  return {
    seed,
    quotas: spreadEvenly(DEFAULT_COUNT),
    hasMix: false,
    mix: { easy: 1, medium: 1, medium_hard: 1 },
    withBlueprints: false,
  };
}

/** The draft of an earlier order, so that it can be run again or changed a little. */
export function toDraft(order: OrderPrompts): OrderDraft {
  const start = startDraft(order.seed);
  const none = spreadEvenly(0);
  return {
    ...start,
    quotas: { ...none, ...order.quotas },
    hasMix: order.complexityMix !== null,
    mix:
      order.complexityMix === null
        ? start.mix
        : { easy: 0, medium: 0, medium_hard: 0, ...order.complexityMix },
    withBlueprints: order.withBlueprints,
  };
}

/** The order that a draft stands for; null with the reasons when it cannot be sent. */
export function readDraft(draft: OrderDraft): {
  order: OrderPrompts | null;
  problems: OrderProblems;
} {
  const quotas: PromptQuotas = Object.fromEntries(
    Object.entries(draft.quotas).filter(([, count]) => count > 0),
  );
  const count = sumQuotas(draft.quotas);
  const hasShare = COMPLEXITIES.some((complexity) => draft.mix[complexity] > 0);
  const problems: OrderProblems = {
    seed: describeSeed(draft.seed),
    quotas: describeCount(count),
    mix: draft.hasMix && !hasShare ? "Give at least one complexity a share above 0." : null,
  };
  const parsed = orderPromptsSchema.safeParse({
    seed: draft.seed.trim(),
    quotas,
    complexityMix: draft.hasMix ? draft.mix : null,
    withBlueprints: draft.withBlueprints,
  });
  const isRight = Object.values(problems).every((problem) => problem === null);
  return { order: isRight && parsed.success ? parsed.data : null, problems };
}

function describeSeed(seed: string): string | null {
  if (seed.trim() === "") return "Write a seed: any word or number.";
  if (seed.trim().length > 100) return "Use at most 100 characters.";
  return null;
}

function describeCount(count: number): string | null {
  if (count === 0) return "Ask for at least one prompt.";
  if (count <= MAX_PROMPTS_OF_RUN) return null;
  const over = formatCount(count - MAX_PROMPTS_OF_RUN);
  return `One run writes at most ${formatCount(MAX_PROMPTS_OF_RUN)} prompts: take ${over} away.`;
}
