import { getDataset } from "@foundry/core/datasets/get-dataset";
import { datasetContracts } from "../../../../server/contracts/dataset-contracts";
import { route } from "../../../../server/route";

export const GET = route(datasetContracts.getDataset, ({ db, actor, params }) =>
  getDataset(db, actor, params.id),
);
