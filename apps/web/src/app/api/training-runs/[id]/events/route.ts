import { getTrainingRun } from "@foundry/core/training/get-training-run";
import { listTrainingEvents } from "@foundry/core/training/list-training-events";
import {
  eventPlaceSchema,
  trainingRunContracts,
} from "../../../../../server/contracts/training-run-contracts";
import { route } from "../../../../../server/route";
import { requireActor } from "../../../../../server/session";
import { streamEvents } from "../../../../../server/stream-events";
import { watchTrainingRun } from "../../../../../server/watch-training-run";

export const GET = route(
  trainingRunContracts.watchTrainingRun,
  async ({ db, getEvents, actor, params: { id }, query, request }) => {
    const events = await getEvents();
    const { taskId } = await getTrainingRun(db, actor, id);
    // A browser that connects again sends this; an id of another shape is as good as none.
    const last = eventPlaceSchema.safeParse(request.headers.get("last-event-id"));
    return streamEvents(request, (signal) =>
      watchTrainingRun({
        // Asked for each time, so that a disabled person sees nothing more.
        readRun: async () => getTrainingRun(db, await requireActor(request.headers), id),
        readEvents: (after) => listTrainingEvents(db, actor, id, after),
        taskId,
        after: last.data ?? query.after ?? null,
        events,
        signal,
      }),
    );
  },
);
