import { authContracts } from "../../../../server/contracts/auth-contracts";
import { readProfile } from "../../../../server/read-profile";
import { route } from "../../../../server/route";
import { getActor } from "../../../../server/session";

export const GET = route(authContracts.getSession, async ({ db, request }) => {
  const actor = await getActor(request.headers);
  return actor && { user: await readProfile(db, actor) };
});
