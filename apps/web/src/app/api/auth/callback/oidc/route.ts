import { getAuth } from "../../../../../server/auth";
import { authContracts } from "../../../../../server/contracts/auth-contracts";
import { route } from "../../../../../server/route";

export const GET = route(authContracts.finishSingleSignOn, ({ request }) =>
  getAuth().handler(request),
);
