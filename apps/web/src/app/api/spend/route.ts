import { getSpendOverview } from "@foundry/core/generation/spend/get-spend-overview";
import { setSpendLimit } from "@foundry/core/generation/spend/set-spend-limit";
import { providerContracts } from "../../../server/contracts/provider-contracts";
import { route } from "../../../server/route";

export const GET = route(providerContracts.getSpend, ({ db, actor }) =>
  getSpendOverview(db, actor),
);

export const PUT = route(providerContracts.setSpendLimit, ({ db, actor, body }) =>
  setSpendLimit(db, actor, body),
);
