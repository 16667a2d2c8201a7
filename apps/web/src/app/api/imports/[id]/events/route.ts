import { getImport } from "@foundry/core/imports/get-import";
import { importContracts } from "../../../../../server/contracts/import-contracts";
import { route } from "../../../../../server/route";
import { requireActor } from "../../../../../server/session";
import { streamEvents } from "../../../../../server/stream-events";
import { watchImport } from "../../../../../server/watch-import";

export const GET = route(
  importContracts.watchImport,
  async ({ db, getEvents, params, request }) => {
    const events = await getEvents();
    return streamEvents(request, (signal) =>
      watchImport({
        importId: params.id,
        // Asked for each time, so that a disabled person sees nothing more.
        readImport: async () => getImport(db, await requireActor(request.headers), params.id),
        events,
        signal,
      }),
    );
  },
);
