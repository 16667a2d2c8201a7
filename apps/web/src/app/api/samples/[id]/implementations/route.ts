import { addImplementation } from "@foundry/core/implementations/add-implementation";
import { implementationContracts } from "../../../../../server/contracts/implementation-contracts";
import { route } from "../../../../../server/route";

export const POST = route(
  implementationContracts.addImplementation,
  ({ db, actor, params, body }) => addImplementation(db, actor, params.id, body),
);
