import { listEvaluations } from "@foundry/core/evaluations/list-evaluations";
import { startEvaluation } from "@foundry/core/evaluations/start-evaluation";
import { evaluationContracts } from "../../../server/contracts/evaluation-contracts";
import { route } from "../../../server/route";

export const GET = route(evaluationContracts.listEvaluations, ({ db, actor, query }) =>
  listEvaluations(db, actor, query),
);

export const POST = route(evaluationContracts.startEvaluation, ({ db, actor, body }) =>
  startEvaluation(db, actor, body),
);
