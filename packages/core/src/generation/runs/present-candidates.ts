import type { Prisma } from "@foundry/prisma/client";
import { type SampleCandidates, sampleCandidatesSchema } from "../candidate.schema.ts";
import { toUsd } from "../spend/to-usd.ts";

/** What a query must load for `presentCandidates`. */
export const ITEM_WITH_CANDIDATES = {
  runId: true,
  run: {
    select: {
      producer: true,
      model: true,
      promptVersion: true,
      endpoint: { select: { name: true } },
    },
  },
  candidates: {
    include: { call: { select: { model: true, costNanoUsd: true } } },
    orderBy: [
      { isChosen: "desc" },
      { score: "desc" },
      { round: "asc" },
      { slot: "asc" },
      { turn: "asc" },
    ],
  },
} as const satisfies Prisma.GenerationItemSelect;

/**
 * The candidates of an item, the chosen one first, then the best.
 * @param options.withMoney false: costs, in dollars, are left out
 */
export function presentCandidates(
  {
    runId,
    run,
    candidates,
  }: Prisma.GenerationItemGetPayload<{ select: typeof ITEM_WITH_CANDIDATES }>,
  { withMoney }: { withMoney: boolean },
): SampleCandidates {
  return sampleCandidatesSchema.parse({
    runId,
    provider: run.producer === "openai_compatible" ? (run.endpoint?.name ?? null) : run.producer,
    model: run.model,
    promptVersion: run.promptVersion,
    candidates: candidates.map(({ call, scoreReasons, ...candidate }) => {
      const cost = withMoney ? (call?.costNanoUsd ?? null) : null;
      return {
        ...candidate,
        reasons: scoreReasons,
        model: call?.model ?? null,
        costUsd: cost === null ? null : toUsd(cost),
      };
    }),
  });
}
