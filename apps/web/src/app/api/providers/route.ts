import { getProviders } from "@foundry/core/generation/providers/get-providers";
import { providerContracts } from "../../../server/contracts/provider-contracts";
import { route } from "../../../server/route";

export const GET = route(providerContracts.getProviders, ({ db, actor }) =>
  getProviders(db, actor),
);
