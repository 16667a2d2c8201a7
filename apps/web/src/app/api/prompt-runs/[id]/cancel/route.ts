import { cancelPromptRun } from "@foundry/core/prompt-runs/cancel-prompt-run";
import { promptRunContracts } from "../../../../../server/contracts/prompt-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(promptRunContracts.cancelPromptRun, ({ db, actor, params }) =>
  cancelPromptRun(db, actor, params.id),
);
