import { getSample } from "@foundry/core/samples/get-sample";
import { sampleContracts } from "../../../../server/contracts/sample-contracts";
import { route } from "../../../../server/route";

export const GET = route(sampleContracts.getSample, ({ db, actor, params }) =>
  getSample(db, actor, params.id),
);
