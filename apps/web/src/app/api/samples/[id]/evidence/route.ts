import { getSampleEvidence } from "@foundry/core/implementations/get-sample-evidence";
import { implementationContracts } from "../../../../../server/contracts/implementation-contracts";
import { route } from "../../../../../server/route";

export const GET = route(implementationContracts.getSampleEvidence, ({ db, actor, params }) =>
  getSampleEvidence(db, actor, params.id),
);
