import { listEvaluationItems } from "@foundry/core/evaluations/list-evaluation-items";
import { evaluationContracts } from "../../../../../server/contracts/evaluation-contracts";
import { route } from "../../../../../server/route";

export const GET = route(evaluationContracts.listEvaluationItems, ({ db, actor, params, query }) =>
  listEvaluationItems(db, actor, params.id, query),
);
