import { listPrompts } from "@foundry/core/prompt-list/list-prompts";
import { promptContracts } from "../../../server/contracts/prompt-contracts";
import { route } from "../../../server/route";

export const GET = route(promptContracts.listPrompts, ({ db, actor, query }) =>
  listPrompts(db, actor, query),
);
