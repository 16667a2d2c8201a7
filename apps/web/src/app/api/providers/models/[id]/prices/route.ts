import { editModelPrices } from "@foundry/core/generation/prices/edit-model-prices";
import { providerContracts } from "../../../../../../server/contracts/provider-contracts";
import { route } from "../../../../../../server/route";

export const PUT = route(providerContracts.editModelPrices, ({ db, actor, params, body }) =>
  editModelPrices(db, actor, params.id, body),
);
