import { getPromptRun } from "@foundry/core/prompt-runs/get-prompt-run";
import { promptRunContracts } from "../../../../../server/contracts/prompt-run-contracts";
import { route } from "../../../../../server/route";
import { requireActor } from "../../../../../server/session";
import { streamEvents } from "../../../../../server/stream-events";
import { watchPromptRun } from "../../../../../server/watch-prompt-run";

export const GET = route(
  promptRunContracts.watchPromptRun,
  async ({ db, getEvents, params, request }) => {
    const events = await getEvents();
    return streamEvents(request, (signal) =>
      watchPromptRun({
        runId: params.id,
        // Asked for each time, so that a disabled person sees nothing more.
        readRun: async () => getPromptRun(db, await requireActor(request.headers), params.id),
        events,
        signal,
      }),
    );
  },
);
