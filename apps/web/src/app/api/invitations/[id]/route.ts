import { revokeInvitation } from "@foundry/core/people/revoke-invitation";
import { peopleContracts } from "../../../../server/contracts/people-contracts";
import { route } from "../../../../server/route";

export const DELETE = route(peopleContracts.revokeInvitation, ({ db, actor, params }) =>
  revokeInvitation(db, actor, params.id),
);
