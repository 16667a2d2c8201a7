import { archivePrompts } from "@foundry/core/prompt-list/archive-prompts";
import { promptContracts } from "../../../../server/contracts/prompt-contracts";
import { route } from "../../../../server/route";

export const POST = route(promptContracts.archivePrompts, ({ db, actor, body }) =>
  archivePrompts(db, actor, body),
);
