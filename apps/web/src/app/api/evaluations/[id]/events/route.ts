import { getEvaluation } from "@foundry/core/evaluations/get-evaluation";
import { evaluationContracts } from "../../../../../server/contracts/evaluation-contracts";
import { route } from "../../../../../server/route";
import { requireActor } from "../../../../../server/session";
import { streamEvents } from "../../../../../server/stream-events";
import { watchEvaluation } from "../../../../../server/watch-evaluation";

export const GET = route(
  evaluationContracts.watchEvaluation,
  async ({ db, getEvents, actor, params, request }) => {
    const events = await getEvents();
    const { taskId } = await getEvaluation(db, actor, params.id);
    return streamEvents(request, (signal) =>
      watchEvaluation({
        taskId,
        // Asked for each time, so that a disabled person sees nothing more.
        read: async () => getEvaluation(db, await requireActor(request.headers), params.id),
        events,
        signal,
      }),
    );
  },
);
