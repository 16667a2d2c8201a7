import { authContracts } from "../../../../../server/contracts/auth-contracts";
import { route } from "../../../../../server/route";
import { startSingleSignOn } from "../../../../../server/single-sign-on";

export const POST = route(authContracts.startSingleSignOn, ({ body, request }) =>
  startSingleSignOn(request.headers, body.returnTo),
);
