import { registerRunner } from "@foundry/core/runners/register-runner";
import { runnerProtocolContracts } from "../../../../server/contracts/runner-contracts";
import { route } from "../../../../server/route";

export const POST = route(runnerProtocolContracts.registerRunner, ({ db, runner, body }) =>
  registerRunner(db, runner, body),
);
