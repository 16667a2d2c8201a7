import { listSamples } from "@foundry/core/samples/list-samples";
import { sampleContracts } from "../../../server/contracts/sample-contracts";
import { route } from "../../../server/route";

export const GET = route(sampleContracts.listSamples, ({ db, actor, query }) =>
  listSamples(db, actor, query),
);
