import { openTaskFile } from "@foundry/core/runners/open-task-file";
import { runnerProtocolContracts } from "../../../../../../server/contracts/runner-contracts";
import { route } from "../../../../../../server/route";
import { streamBytes } from "../../../../../../server/stream-bytes";

export const GET = route(
  runnerProtocolContracts.downloadTaskFile,
  async ({ db, storage, runner, params: { runId: taskId, name } }) => {
    const file = await openTaskFile(db, storage, runner, { taskId, name });
    return streamBytes({ ...file, fileName: name });
  },
);
