import { listDatasetItems } from "@foundry/core/datasets/list-dataset-items";
import { datasetContracts } from "../../../../../server/contracts/dataset-contracts";
import { route } from "../../../../../server/route";

export const GET = route(datasetContracts.listDatasetItems, ({ db, actor, params, query }) =>
  listDatasetItems(db, actor, params.id, query),
);
