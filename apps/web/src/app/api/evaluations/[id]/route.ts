import { getEvaluation } from "@foundry/core/evaluations/get-evaluation";
import { evaluationContracts } from "../../../../server/contracts/evaluation-contracts";
import { route } from "../../../../server/route";

export const GET = route(evaluationContracts.getEvaluation, ({ db, actor, params }) =>
  getEvaluation(db, actor, params.id),
);
