import { freezeDataset } from "@foundry/core/datasets/freeze-dataset";
import { listDatasets } from "@foundry/core/datasets/list-datasets";
import { datasetContracts } from "../../../server/contracts/dataset-contracts";
import { route } from "../../../server/route";

export const GET = route(datasetContracts.listDatasets, ({ db, actor, query }) =>
  listDatasets(db, actor, query),
);

export const POST = route(datasetContracts.freezeDataset, ({ db, storage, actor, body }) =>
  freezeDataset(db, storage, actor, body),
);
