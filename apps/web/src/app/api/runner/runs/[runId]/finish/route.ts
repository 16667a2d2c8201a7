import { finishTask } from "@foundry/core/runners/finish-task";
import { runnerProtocolContracts } from "../../../../../../server/contracts/runner-contracts";
import { route } from "../../../../../../server/route";

export const POST = route(
  runnerProtocolContracts.finishTask,
  ({ db, storage, runner, params, body }) => finishTask(db, storage, runner, params.runId, body),
);
