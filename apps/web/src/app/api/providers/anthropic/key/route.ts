import { deleteProviderKey } from "@foundry/core/generation/keys/delete-provider-key";
import { storeProviderKey } from "@foundry/core/generation/keys/store-provider-key";
import { getProviders } from "@foundry/core/generation/providers/get-providers";
import { readEnv } from "../../../../../env";
import { providerContracts } from "../../../../../server/contracts/provider-contracts";
import { route } from "../../../../../server/route";

export const PUT = route(providerContracts.storeProviderKey, async ({ db, actor, body }) => {
  await storeProviderKey(db, actor, { key: body.key, secret: readEnv().secret });
  return getProviders(db, actor);
});

export const DELETE = route(providerContracts.deleteProviderKey, ({ db, actor }) =>
  deleteProviderKey(db, actor),
);
