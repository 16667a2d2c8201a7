import { revokeRunner } from "@foundry/core/runners/revoke-runner";
import { runnerContracts } from "../../../../server/contracts/runner-contracts";
import { route } from "../../../../server/route";

export const DELETE = route(runnerContracts.revokeRunner, ({ db, actor, params }) =>
  revokeRunner(db, actor, params.id),
);
