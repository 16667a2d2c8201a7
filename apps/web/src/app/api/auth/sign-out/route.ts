import { getAuth } from "../../../../server/auth";
import { authContracts } from "../../../../server/contracts/auth-contracts";
import { pickCookies } from "../../../../server/pick-cookies";
import { route } from "../../../../server/route";

export const POST = route(authContracts.signOut, async ({ request }) => {
  const { headers } = await getAuth().api.signOut({
    headers: request.headers,
    returnHeaders: true,
  });
  return new Response(null, { status: 204, headers: pickCookies(headers) });
});
