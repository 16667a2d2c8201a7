import { createApiToken } from "@foundry/core/people/create-api-token";
import { listApiTokens } from "@foundry/core/people/list-api-tokens";
import { tokenContracts } from "../../../server/contracts/token-contracts";
import { route } from "../../../server/route";

export const GET = route(tokenContracts.listApiTokens, ({ db, actor }) => listApiTokens(db, actor));

export const POST = route(tokenContracts.createApiToken, ({ db, actor, body }) =>
  createApiToken(db, actor, body),
);
