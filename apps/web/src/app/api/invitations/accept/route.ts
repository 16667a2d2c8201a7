import { acceptInvitation } from "@foundry/core/people/accept-invitation";
import { peopleContracts } from "../../../../server/contracts/people-contracts";
import { route } from "../../../../server/route";
import { signIn } from "../../../../server/sign-in";

export const POST = route(peopleContracts.acceptInvitation, async ({ db, body, request }) => {
  const { email } = await acceptInvitation(db, body);
  return signIn(request.headers, { email, password: body.password }, 201);
});
