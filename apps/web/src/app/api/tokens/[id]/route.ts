import { revokeApiToken } from "@foundry/core/people/revoke-api-token";
import { tokenContracts } from "../../../../server/contracts/token-contracts";
import { route } from "../../../../server/route";

export const DELETE = route(tokenContracts.revokeApiToken, ({ db, actor, params }) =>
  revokeApiToken(db, actor, params.id),
);
