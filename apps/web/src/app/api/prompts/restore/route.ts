import { restorePrompts } from "@foundry/core/prompt-list/restore-prompts";
import { promptContracts } from "../../../../server/contracts/prompt-contracts";
import { route } from "../../../../server/route";

export const POST = route(promptContracts.restorePrompts, ({ db, actor, body }) =>
  restorePrompts(db, actor, body),
);
