import { dismissFinding } from "@foundry/core/findings/dismiss-finding";
import { findingContracts } from "../../../../server/contracts/finding-contracts";
import { route } from "../../../../server/route";

export const POST = route(findingContracts.dismissFinding, ({ db, actor, body }) =>
  dismissFinding(db, actor, body),
);
