import { rerunChecks } from "@foundry/core/findings/rerun-checks";
import { findingContracts } from "../../../../server/contracts/finding-contracts";
import { route } from "../../../../server/route";

export const POST = route(findingContracts.rerunChecks, ({ db, actor }) => rerunChecks(db, actor));
