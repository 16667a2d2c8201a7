import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { readOwnTemplates } from "../prompt-runs/read-own-templates.ts";
import { TEMPLATES } from "../prompts/catalogue.ts";
import type { TemplateSummary } from "../prompts/own-templates/own-template.schema.ts";
import { readOwnTemplate } from "../prompts/own-templates/read-own-template.ts";
import { createSeededRandom } from "../negatives/seeded-random.ts";
import { TemplateDeck } from "../prompts/template-deck.ts";
import type { PromptSource } from "../prompts/template.ts";

/**
 * Every template: those that people wrote first, then the catalogue.
 * @throws DomainError `forbidden`
 */
export async function listTemplates(db: Database, actor: Actor): Promise<TemplateSummary[]> {
  authorize(actor, "corpus.read");
  const [own, counts] = await Promise.all([readOwnTemplates(db), countPrompts(db)]);
  const usable = own.flatMap(({ id, draft }) => readOwnTemplate(id, draft).template ?? []);
  const summarise = (template: PromptSource, isOwn: boolean) => ({
    id: template.id,
    title: template.title,
    category: template.category,
    isOwn,
    slots: template.slots.map(({ name, valueNames }) => ({ name, valueCount: valueNames.length })),
    combinations: countCombinations(template),
    example: writeExample(template),
    promptCount: counts.get(template.id) ?? 0,
  });
  return [
    ...usable.map((template) => summarise(template, true)),
    ...TEMPLATES.map((template) => summarise(template, false)),
  ];
}

async function countPrompts(db: Database): Promise<Map<string, number>> {
  const rows = await db.prompt.groupBy({
    by: ["templateId"],
    where: { templateId: { not: null }, archivedAt: null },
    _count: true,
  });
  return new Map(rows.map(({ templateId, _count }) => [templateId ?? "", _count]));
}

/** Capped, because twelve slots with many values pass what a number can count exactly. */
function countCombinations({ slots }: PromptSource): number {
  const product = slots.reduce((total, { valueNames }) => total * valueNames.length, 1);
  return Math.min(product, 1_000_000_000);
}

function writeExample(template: PromptSource): string {
  const instance = new TemplateDeck(template, createSeededRandom(1)).draw();
  return instance === null ? "" : template.writePrompt(instance.choice, instance.phrasing);
}
