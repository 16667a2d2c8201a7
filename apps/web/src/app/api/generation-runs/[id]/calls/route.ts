import { listLlmCalls } from "@foundry/core/generation/runs/list-llm-calls";
import { llmCallContracts } from "../../../../../server/contracts/llm-call-contracts";
import { route } from "../../../../../server/route";

export const GET = route(llmCallContracts.listCallsOfRun, ({ db, actor, params, query }) =>
  listLlmCalls(db, actor, { ...query, runId: params.id }),
);
