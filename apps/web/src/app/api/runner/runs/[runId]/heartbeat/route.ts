import { heartbeatTask } from "@foundry/core/runners/heartbeat-task";
import { runnerProtocolContracts } from "../../../../../../server/contracts/runner-contracts";
import { route } from "../../../../../../server/route";

export const POST = route(runnerProtocolContracts.heartbeat, ({ db, runner, params, body }) =>
  heartbeatTask(db, runner, params.runId, body),
);
