import { invitePerson } from "@foundry/core/people/invite-person";
import { listInvitations } from "@foundry/core/people/list-invitations";
import { peopleContracts } from "../../../server/contracts/people-contracts";
import { route } from "../../../server/route";

export const GET = route(peopleContracts.listInvitations, ({ db, actor }) =>
  listInvitations(db, actor),
);

export const POST = route(peopleContracts.invitePerson, ({ db, actor, body }) =>
  invitePerson(db, actor, body),
);
