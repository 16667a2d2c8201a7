import { listDuplicatePrompts } from "@foundry/core/prompt-list/list-duplicate-prompts";
import { promptContracts } from "../../../../server/contracts/prompt-contracts";
import { route } from "../../../../server/route";

export const GET = route(promptContracts.listDuplicatePrompts, ({ db, actor }) =>
  listDuplicatePrompts(db, actor),
);
