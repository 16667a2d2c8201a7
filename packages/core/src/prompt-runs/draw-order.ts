import { type DrawnPrompts, drawInSteps } from "../prompts/generate-prompts.ts";
import { readOwnTemplate } from "../prompts/own-templates/read-own-template.ts";
import { type OrderPrompts, sumQuotas } from "./prompt-run.schema.ts";
import { createTurns } from "./create-turns.ts";
import type { StoredTemplate } from "./read-own-templates.ts";

/**
 * The texts of an order, from the catalogue and the templates of people; the same order with the
 * same templates gives the same ones. A template that this version refuses is left out.
 */
export async function drawOrder(
  { seed, quotas, complexityMix }: Pick<OrderPrompts, "seed" | "quotas" | "complexityMix">,
  ownTemplates: readonly StoredTemplate[],
): Promise<DrawnPrompts> {
  const templates = ownTemplates.flatMap(
    ({ id, draft }) => readOwnTemplate(id, draft).template ?? [],
  );
  const steps = drawInSteps({
    count: sumQuotas(quotas),
    quotas,
    seed,
    templates,
    ...(complexityMix === null ? {} : { complexityMix }),
  });
  const turns = createTurns();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turns.giveWay();
  }
}
