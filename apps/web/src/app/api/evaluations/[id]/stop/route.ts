import { stopEvaluation } from "@foundry/core/evaluations/stop-evaluation";
import { evaluationContracts } from "../../../../../server/contracts/evaluation-contracts";
import { route } from "../../../../../server/route";

export const POST = route(evaluationContracts.stopEvaluation, ({ db, actor, params }) =>
  stopEvaluation(db, actor, params.id),
);
