import { recordTaskEvents } from "@foundry/core/runners/record-task-events";
import { runnerProtocolContracts } from "../../../../../../server/contracts/runner-contracts";
import { route } from "../../../../../../server/route";

export const POST = route(runnerProtocolContracts.recordEvents, ({ db, runner, params, body }) =>
  recordTaskEvents(db, runner, params.runId, body),
);
