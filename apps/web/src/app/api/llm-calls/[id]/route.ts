import { getLlmCall } from "@foundry/core/generation/runs/get-llm-call";
import { llmCallContracts } from "../../../../server/contracts/llm-call-contracts";
import { route } from "../../../../server/route";

export const GET = route(llmCallContracts.getLlmCall, ({ db, actor, params }) =>
  getLlmCall(db, actor, params.id),
);
