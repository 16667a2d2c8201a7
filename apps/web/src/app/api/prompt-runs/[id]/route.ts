import { getPromptRun } from "@foundry/core/prompt-runs/get-prompt-run";
import { promptRunContracts } from "../../../../server/contracts/prompt-run-contracts";
import { route } from "../../../../server/route";

export const GET = route(promptRunContracts.getPromptRun, ({ db, actor, params }) =>
  getPromptRun(db, actor, params.id),
);
