import { getOverview } from "@foundry/core/overview/get-overview";
import { studioContracts } from "../../../server/contracts/studio-contracts";
import { route } from "../../../server/route";

export const GET = route(studioContracts.getOverview, ({ db, actor }) => getOverview(db, actor));
