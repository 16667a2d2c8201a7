import { openArtifact } from "@foundry/core/runners/open-artifact";
import { trainingRunContracts } from "../../../../server/contracts/training-run-contracts";
import { route } from "../../../../server/route";
import { streamBytes } from "../../../../server/stream-bytes";

export const GET = route(
  trainingRunContracts.downloadArtifact,
  async ({ db, storage, actor, params }) =>
    streamBytes(await openArtifact(db, storage, actor, params.id)),
);
