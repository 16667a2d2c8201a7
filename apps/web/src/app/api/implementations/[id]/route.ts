import { deleteImplementation } from "@foundry/core/implementations/delete-implementation";
import { implementationContracts } from "../../../../server/contracts/implementation-contracts";
import { route } from "../../../../server/route";

export const DELETE = route(implementationContracts.deleteImplementation, ({ db, actor, params }) =>
  deleteImplementation(db, actor, params.id),
);
