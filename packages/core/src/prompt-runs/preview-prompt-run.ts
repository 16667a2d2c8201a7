import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { measureDiversity } from "../prompts/diversity/measure-diversity.ts";
import { PROMPT_CATEGORIES } from "../prompts/prompt-category.ts";
import type { PromptRecord } from "../prompts/prompt-record.ts";
import { type CorpusIndex, readCorpusIndex } from "./corpus-index.ts";
import { createTurns } from "./create-turns.ts";
import { drawOrder } from "./draw-order.ts";
import type { OrderPrompts, PromptPreview, PromptQuotas } from "./prompt-run.schema.ts";
import { readOwnTemplates } from "./read-own-templates.ts";

const SHOWN = 20;
/** Texts whose diversity is measured, and prompts of the corpus that are compared: a second's work. */
const MEASURED = 300;
const COMPARED = 10_000;

/**
 * What a run of this order would give, without storing anything.
 * @throws DomainError `forbidden`
 */
export async function previewPromptRun(
  db: Database,
  actor: Actor,
  order: OrderPrompts,
): Promise<PromptPreview> {
  authorize(actor, "prompts.manage");
  const { records, shortages } = await drawOrder(order, await readOwnTemplates(db));
  const texts = records.map(({ prompt }) => prompt);
  const [corpus, corpusCount] = await Promise.all([
    readCorpusIndex(db, texts, { limit: COMPARED }),
    db.prompt.count(),
  ]);
  return {
    prompts: records.slice(0, SHOWN).map(({ prompt: text, template: templateId, ...record }) => ({
      text,
      templateId,
      category: record.category,
      complexity: record.complexity,
    })),
    quotas: describeQuotas(order.quotas, records),
    shortages,
    ...(await countJudgements(corpus, texts)),
    corpusCount,
    comparedCount: corpus.comparedCount,
    diversity: measureDiversity(texts.slice(0, MEASURED)),
  };
}

function describeQuotas(
  quotas: PromptQuotas,
  records: readonly PromptRecord[],
): PromptPreview["quotas"] {
  return PROMPT_CATEGORIES.flatMap((category) => {
    const wanted = quotas[category] ?? 0;
    const own = records.filter((record) => record.category === category);
    const complexities = { easy: 0, medium: 0, medium_hard: 0 };
    for (const { complexity } of own) complexities[complexity] += 1;
    return wanted === 0 ? [] : [{ category, wanted, drawn: own.length, complexities }];
  });
}

async function countJudgements(corpus: CorpusIndex, texts: readonly string[]) {
  const counts = { create: 0, keep: 0, refuse: 0 };
  const turns = createTurns();
  for (const text of texts) {
    counts[corpus.judge(text).kind] += 1;
    await turns.giveWay();
  }
  return { newCount: counts.create, keptCount: counts.keep, refusedCount: counts.refuse };
}
