import { listPromptRuns } from "@foundry/core/prompt-runs/list-prompt-runs";
import { startPromptRun } from "@foundry/core/prompt-runs/start-prompt-run";
import { promptRunContracts } from "../../../server/contracts/prompt-run-contracts";
import { route } from "../../../server/route";

export const GET = route(promptRunContracts.listPromptRuns, ({ db, actor, query }) =>
  listPromptRuns(db, actor, query),
);

export const POST = route(promptRunContracts.startPromptRun, ({ db, actor, body }) =>
  startPromptRun(db, actor, body),
);
