import { getEvaluationItem } from "@foundry/core/evaluations/get-evaluation-item";
import { evaluationContracts } from "../../../../../../server/contracts/evaluation-contracts";
import { route } from "../../../../../../server/route";

export const GET = route(evaluationContracts.getEvaluationItem, ({ db, actor, params }) =>
  getEvaluationItem(db, actor, params.id, params.position),
);
