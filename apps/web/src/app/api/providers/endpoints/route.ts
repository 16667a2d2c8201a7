import { createEndpoint } from "@foundry/core/generation/providers/create-endpoint";
import { readEnv } from "../../../../env";
import { providerContracts } from "../../../../server/contracts/provider-contracts";
import { route } from "../../../../server/route";

export const POST = route(providerContracts.createEndpoint, ({ db, actor, body }) =>
  createEndpoint(db, actor, { endpoint: body, secret: readEnv().secret }),
);
