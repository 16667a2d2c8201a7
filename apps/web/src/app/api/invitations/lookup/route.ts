import { findInvitation } from "@foundry/core/people/find-invitation";
import { peopleContracts } from "../../../../server/contracts/people-contracts";
import { route } from "../../../../server/route";

export const GET = route(peopleContracts.findInvitation, ({ db, query }) =>
  findInvitation(db, query.token),
);
