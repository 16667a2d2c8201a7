import { acceptInvitation } from "@foundry/core/people/accept-invitation";
import { peopleContracts } from "../../../../server/contracts/people-contracts";
import { route } from "../../../../server/route";
import { openSession } from "../../../../server/open-session";

export const POST = route(peopleContracts.acceptInvitation, async ({ db, body, request }) => {
  const { email } = await acceptInvitation(db, body);
  return openSession(request.headers, { email, password: body.password }, 201);
});
