import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { GenerationEstimate } from "../generation.schema.ts";
import { readPricing } from "../spend/read-pricing.ts";
import type { ReadOrder } from "./read-order.ts";
import type { ChoiceSummary } from "./summarise-choice.ts";

type Obstacle = GenerationEstimate["obstacles"][number];

const PROVIDERS = "/settings/providers";

/** What keeps a run of an order from starting, the first thing to mend first. */
export async function listObstacles(
  db: DatabaseOrTransaction,
  read: ReadOrder,
  choice: ChoiceSummary,
): Promise<Obstacle[]> {
  return [
    ...(read.order.producer === "anthropic" ? await listAccessObstacles(db) : []),
    ...(read.provider === null ? [] : await listMoneyObstacles(db, read)),
    ...listChoiceObstacles(read, choice),
  ];
}

async function listAccessObstacles(db: DatabaseOrTransaction): Promise<Obstacle[]> {
  // One after the other: a transaction has one connection.
  const terms = await db.termsAcknowledgement.findUnique({ where: { provider: "anthropic" } });
  const key = await db.providerKey.findUnique({
    where: { provider: "anthropic" },
    select: { provider: true },
  });
  const check = await db.providerCheck.findUnique({
    where: { subject: "anthropic" },
    select: { keySource: true },
  });
  return [
    ...(key === null && check?.keySource !== "environment"
      ? [
          {
            reason: "no_key",
            message: "There is no Anthropic key. Enter one under Settings, or use blueprints.",
            href: PROVIDERS,
          },
        ]
      : []),
    ...(terms === null
      ? [
          {
            reason: "terms_not_acknowledged",
            message:
              "Nobody has confirmed yet that Anthropic's terms on training with outputs were read. An admin does so once, when ordering a run or under Settings.",
            href: PROVIDERS,
          },
        ]
      : []),
  ];
}

async function listMoneyObstacles(db: DatabaseOrTransaction, read: ReadOrder): Promise<Obstacle[]> {
  const pricing = await readPricing(db, { model: read.order.model, endpoint: read.endpoint });
  const limit = await db.spendLimit.findUnique({ where: { id: 1 } });
  const limitNano = limit?.limitNanoUsd ?? null;
  const isLimited = read.order.budgetUsd !== null || limitNano !== null;
  const usedNano = limit === null ? 0n : limit.spentNanoUsd + limit.reservedNanoUsd;
  return [
    ...(pricing.lifecycle === "retired"
      ? [
          {
            reason: "model_retired",
            message: `The provider has retired ${read.order.model}. Choose another model.`,
            href: null,
          },
        ]
      : []),
    ...(pricing.prices === null && isLimited
      ? [
          {
            reason: "unknown_price",
            message: `The price of ${read.order.model} is not known, so no limit can be kept. Enter its price under Settings, or order without a budget and without the studio's limit.`,
            href: `${PROVIDERS}#models`,
          },
        ]
      : []),
    ...(limitNano !== null && usedNano >= limitNano
      ? [
          {
            reason: "studio_limit",
            message: "The studio's limit is spent or held back by other runs. Raise it first.",
            href: "/generate?change=limit",
          },
        ]
      : []),
  ];
}

function listChoiceObstacles({ order }: ReadOrder, choice: ChoiceSummary): Obstacle[] {
  if (choice.promptCount > 0) return [];
  const { busy, noBlueprint, benchmark } = choice.leftOut;
  const reasons = [
    ...(noBlueprint > 0 ? [`${noBlueprint} were not written from the catalogue`] : []),
    ...(busy > 0 ? [`${busy} are in a run that has not ended`] : []),
    ...(benchmark > 0 ? [`${benchmark} belong to the benchmark`] : []),
  ];
  const cause =
    reasons.length > 0
      ? `Of those that fit, ${reasons.join(", ")}.`
      : order.choice.withoutIr
        ? "Every one that fits has an IR already, or none fits."
        : "None fits.";
  return [
    {
      reason: "nothing_to_do",
      message: `No prompt is left for this run. ${cause} Change the filter or write prompts first.`,
      href: "/prompts",
    },
  ];
}
