import { getGenerationRun } from "@foundry/core/generation/runs/get-generation-run";
import { generationRunContracts } from "../../../../../server/contracts/generation-run-contracts";
import { route } from "../../../../../server/route";
import { requireActor } from "../../../../../server/session";
import { streamEvents } from "../../../../../server/stream-events";
import { watchGenerationRun } from "../../../../../server/watch-generation-run";

export const GET = route(
  generationRunContracts.watchGenerationRun,
  async ({ db, getEvents, params, request }) => {
    const events = await getEvents();
    return streamEvents(request, (signal) =>
      watchGenerationRun({
        runId: params.id,
        // Asked for each time, so that a disabled person sees nothing more.
        readRun: async () => getGenerationRun(db, await requireActor(request.headers), params.id),
        events,
        signal,
      }),
    );
  },
);
