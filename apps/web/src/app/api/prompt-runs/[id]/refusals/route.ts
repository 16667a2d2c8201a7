import { listPromptRefusals } from "@foundry/core/prompt-runs/list-prompt-refusals";
import { promptRunContracts } from "../../../../../server/contracts/prompt-run-contracts";
import { route } from "../../../../../server/route";

export const GET = route(promptRunContracts.listPromptRefusals, ({ db, actor, params, query }) =>
  listPromptRefusals(db, actor, params.id, query),
);
