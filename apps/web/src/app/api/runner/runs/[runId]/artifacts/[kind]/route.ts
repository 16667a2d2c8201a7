import { storeArtifact } from "@foundry/core/runners/store-artifact";
import {
  artifactHeadersSchema,
  runnerProtocolContracts,
} from "../../../../../../../server/contracts/runner-contracts";
import { readHeaders } from "../../../../../../../server/read-headers";
import { route } from "../../../../../../../server/route";

export const PUT = route(
  runnerProtocolContracts.storeArtifact,
  ({ db, storage, runner, params: { runId, kind }, upload, request }) => {
    const headers = readHeaders(artifactHeadersSchema, request);
    return storeArtifact(db, storage, runner, runId, {
      kind,
      fileName: headers["x-foundry-file-name"],
      sha256: headers["x-foundry-sha256"],
      leaseToken: headers["x-foundry-lease-token"],
      attempt: headers["x-foundry-attempt"],
      content: upload,
    });
  },
);
