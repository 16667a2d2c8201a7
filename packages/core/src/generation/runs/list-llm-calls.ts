import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import type { LlmCall, LlmCallPage } from "../llm-call.schema.ts";
import { LLM_CALL_SELECT, presentLlmCall } from "./present-llm-call.ts";

/** @property cursor `nextCursor` of the page before */
export interface ListCallsQuery {
  runId?: string | undefined;
  itemId?: string | undefined;
  state?: LlmCall["state"] | undefined;
  outcome?: NonNullable<LlmCall["outcome"]> | undefined;
  model?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/**
 * The ledger, newest call first, without the answers themselves.
 * @throws DomainError `forbidden`
 */
export async function listLlmCalls(
  db: Database,
  actor: Actor,
  { runId, itemId, state, outcome, model, cursor, limit }: ListCallsQuery,
): Promise<LlmCallPage> {
  authorize(actor, "generation.manage");
  const found = await db.llmCall.findMany({
    where: {
      ...(runId === undefined ? {} : { runId }),
      ...(itemId === undefined ? {} : { itemId }),
      ...(state === undefined ? {} : { state }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(model === undefined ? {} : { model }),
      ...(cursor === undefined ? {} : { id: { lt: cursor } }),
    },
    // Ids are time-ordered, so they are the order and the cursor at once.
    orderBy: { id: "desc" },
    take: limit + 1,
    select: LLM_CALL_SELECT,
  });
  const rows = found.slice(0, limit).map(presentLlmCall);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
