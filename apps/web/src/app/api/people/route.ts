import { listPeople } from "@foundry/core/people/list-people";
import { peopleContracts } from "../../../server/contracts/people-contracts";
import { route } from "../../../server/route";

export const GET = route(peopleContracts.listPeople, ({ db, actor }) => listPeople(db, actor));
