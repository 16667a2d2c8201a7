import { retryPromptRun } from "@foundry/core/prompt-runs/retry-prompt-run";
import { promptRunContracts } from "../../../../../server/contracts/prompt-run-contracts";
import { route } from "../../../../../server/route";

export const POST = route(promptRunContracts.retryPromptRun, ({ db, actor, params }) =>
  retryPromptRun(db, actor, params.id),
);
