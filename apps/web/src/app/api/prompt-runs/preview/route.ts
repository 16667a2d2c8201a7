import { previewPromptRun } from "@foundry/core/prompt-runs/preview-prompt-run";
import { promptRunContracts } from "../../../../server/contracts/prompt-run-contracts";
import { route } from "../../../../server/route";

export const POST = route(promptRunContracts.previewPromptRun, ({ db, actor, body }) =>
  previewPromptRun(db, actor, body),
);
