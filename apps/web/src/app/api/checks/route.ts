import { getChecksOverview } from "@foundry/core/findings/get-checks-overview";
import { findingContracts } from "../../../server/contracts/finding-contracts";
import { route } from "../../../server/route";

export const GET = route(findingContracts.getChecks, ({ db, actor }) =>
  getChecksOverview(db, actor),
);
