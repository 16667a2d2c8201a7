import { streamDatasetExport } from "@foundry/core/datasets/stream-dataset-export";
import { datasetContracts } from "../../../../../../server/contracts/dataset-contracts";
import { route } from "../../../../../../server/route";
import { streamFile } from "../../../../../../server/stream-file";

export const GET = route(
  datasetContracts.exportDataset,
  ({ db, storage, actor, params: { id, format }, query: { split }, request }) =>
    streamFile(() => streamDatasetExport(db, storage, actor, id, { format, split }), {
      fileName: `foundry-dataset-${format}${split === undefined ? "" : `-${split}`}.jsonl`,
      signal: request.signal,
    }),
);
