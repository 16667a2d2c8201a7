import { archiveEndpoint } from "@foundry/core/generation/providers/archive-endpoint";
import { changeEndpoint } from "@foundry/core/generation/providers/change-endpoint";
import { readEnv } from "../../../../../env";
import { providerContracts } from "../../../../../server/contracts/provider-contracts";
import { route } from "../../../../../server/route";

export const PUT = route(providerContracts.changeEndpoint, ({ db, actor, params, body }) =>
  changeEndpoint(db, actor, params.id, { endpoint: body, secret: readEnv().secret }),
);

export const DELETE = route(providerContracts.archiveEndpoint, ({ db, actor, params }) =>
  archiveEndpoint(db, actor, params.id),
);
