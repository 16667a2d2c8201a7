import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { measureExamples } from "../few-shots/measure-examples.ts";
import { buildGenerationRequest } from "../request/build-request.ts";
import { buildVariationRequest } from "../request/build-variation-request.ts";
import { estimateTokens } from "../request/estimate-tokens.ts";
import { writeModelIr } from "../request/write-model-ir.ts";
import type { OrderGeneration } from "../generation.schema.ts";
import type { ExpectedUsage } from "./expected-usage.ts";
import type { ReadOrder } from "./read-order.ts";
import type { ChoiceSummary } from "./summarise-choice.ts";

/** IRs that were looked at for the length of a reply. */
const LOOKED_AT = 30;
/** Of an IR, where the corpus has none: what those of the catalogue have on average. */
const IR_TOKENS = 600;
/** Share of the replies that the checks refuse. */
const REPAIR_SHARE = 0.1;
/** Of the cost, at either end: a model may think for long, and nobody has measured it yet. */
const RANGE = { low: 0.5, high: 3 };

/** What the calls of an order will use, by the lengths of what is sent and of IRs that are there. */
export async function assumeUsage(
  db: DatabaseOrTransaction,
  { order, provider }: ReadOrder,
  { promptCount, meanBytes }: ChoiceSummary,
): Promise<ExpectedUsage> {
  const { fixed, asked } = measureRequest(order, "x".repeat(Math.round(meanBytes)));
  const shared = fixed + (await measureSet(db, order.fewShotSetId));
  const replied = await measureReply(db, order, meanBytes);
  const first = promptCount * order.candidatesPerPrompt;
  const repairs = order.repairTurns > 0 ? Math.ceil(first * REPAIR_SHARE) : 0;
  const callCount = first + repairs;
  // Only Claude has a cache that is written and read for money; a batch may miss it.
  const isCached = provider === "anthropic" && order.mode === "direct";
  const written = isCached ? Math.min(callCount, order.maxInFlight) : 0;
  const plain = callCount * asked + repairs * replied + (isCached ? 0 : callCount * shared);
  return {
    basis: "assumed",
    basisCount: 0,
    callCount,
    usage: {
      inputTokens: plain,
      cacheWrite5mTokens: written * shared,
      cacheWrite1hTokens: 0,
      cacheReadTokens: isCached ? (callCount - written) * shared : 0,
      outputTokens: callCount * replied,
    },
    range: RANGE,
  };
}

/** Tokens of a request, the part that all share apart from the part that asks. */
function measureRequest(order: OrderGeneration, prompt: string) {
  const common = { prompt, model: order.model ?? "", effort: order.effort, maxTokens: 1 };
  const { system, turns } =
    order.purpose === "variations"
      ? buildVariationRequest({ ...common, category: null, count: order.variationsPerPrompt ?? 1 })
      : buildGenerationRequest({ ...common, fewShots: [], slot: 0, turn: 0, history: [] });
  return {
    fixed: estimateTokens(system.join("\n")),
    asked: estimateTokens(turns.map(({ text }) => text).join("\n")),
  };
}

async function measureSet(db: DatabaseOrTransaction, setId: string | null): Promise<number> {
  if (setId === null) return 0;
  const examples = await db.fewShotExample.findMany({
    where: { setId },
    select: {
      ir: { select: { raw: true } },
      sample: { select: { prompt: { select: { text: true } } } },
    },
  });
  return measureExamples(
    examples.map(({ ir, sample }) => ({ prompt: sample.prompt.text, irRaw: ir.raw })),
  );
}

async function measureReply(
  db: DatabaseOrTransaction,
  { purpose, variationsPerPrompt }: OrderGeneration,
  meanBytes: number,
): Promise<number> {
  if (purpose === "variations") {
    return estimateTokens("x".repeat(Math.round(meanBytes))) * (variationsPerPrompt ?? 1);
  }
  const irs = await db.ir.findMany({
    where: { version: 1, isSchemaValid: true },
    orderBy: { id: "desc" },
    take: LOOKED_AT,
    select: { raw: true },
  });
  if (irs.length === 0) return IR_TOKENS;
  return Math.round(
    estimateTokens(irs.map(({ raw }) => writeModelIr(raw)).join("\n")) / irs.length,
  );
}
