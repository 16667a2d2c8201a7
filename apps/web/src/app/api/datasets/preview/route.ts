import { previewDataset } from "@foundry/core/datasets/preview-dataset";
import { datasetContracts } from "../../../../server/contracts/dataset-contracts";
import { route } from "../../../../server/route";

export const POST = route(datasetContracts.previewDataset, ({ db, actor, body }) =>
  previewDataset(db, actor, body),
);
