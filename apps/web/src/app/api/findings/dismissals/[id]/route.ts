import { retractDismissal } from "@foundry/core/findings/retract-dismissal";
import { findingContracts } from "../../../../../server/contracts/finding-contracts";
import { route } from "../../../../../server/route";

export const DELETE = route(findingContracts.retractDismissal, ({ db, actor, params }) =>
  retractDismissal(db, actor, params.id),
);
