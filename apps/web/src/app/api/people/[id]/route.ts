import { changePerson } from "@foundry/core/people/change-person";
import { peopleContracts } from "../../../../server/contracts/people-contracts";
import { route } from "../../../../server/route";

export const PATCH = route(peopleContracts.changePerson, ({ db, actor, params, body }) =>
  changePerson(db, actor, params.id, body),
);
