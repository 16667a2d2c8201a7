import { getPrompt } from "@foundry/core/prompt-list/get-prompt";
import { promptContracts } from "../../../../server/contracts/prompt-contracts";
import { route } from "../../../../server/route";

export const GET = route(promptContracts.getPrompt, ({ db, actor, params }) =>
  getPrompt(db, actor, params.id),
);
