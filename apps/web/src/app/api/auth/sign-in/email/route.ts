import { authContracts } from "../../../../../server/contracts/auth-contracts";
import { route } from "../../../../../server/route";
import { signIn } from "../../../../../server/sign-in";

export const POST = route(authContracts.signIn, ({ body, request }) =>
  signIn(request.headers, body),
);
