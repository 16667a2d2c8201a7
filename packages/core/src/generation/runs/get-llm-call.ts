import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../../auth/actor.ts";
import { DomainError } from "../../errors.ts";
import type { LlmCallDetail } from "../llm-call.schema.ts";
import { LLM_CALL_SELECT, presentLlmCall } from "./present-llm-call.ts";

/**
 * One row of the ledger with the answer as it came.
 * @throws DomainError `forbidden`, `not_found`
 */
export async function getLlmCall(db: Database, actor: Actor, id: string): Promise<LlmCallDetail> {
  authorize(actor, "generation.manage");
  const row = await db.llmCall.findUnique({
    where: { id },
    select: { ...LLM_CALL_SELECT, responseRaw: true },
  });
  if (row === null) throw new DomainError("not_found", "There is no such call in the ledger.");
  const { responseRaw, ...call } = row;
  return { ...presentLlmCall(call), responseRaw };
}
