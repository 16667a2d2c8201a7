import { listCategories } from "@foundry/core/samples/list-categories";
import { sampleContracts } from "../../../../server/contracts/sample-contracts";
import { route } from "../../../../server/route";

export const GET = route(sampleContracts.listCategories, ({ db, actor }) =>
  listCategories(db, actor),
);
