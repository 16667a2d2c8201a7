import { waitForWork } from "@foundry/core/runners/wait-for-work";
import { runnerProtocolContracts } from "../../../../server/contracts/runner-contracts";
import { route } from "../../../../server/route";
import { untilGone } from "../../../../server/until-gone";

export const POST = route(
  runnerProtocolContracts.askForWork,
  async ({ db, getEvents, runner, body: { waitSeconds }, request }) => {
    const events = await getEvents();
    const work = await untilGone(request.signal, (signal) =>
      waitForWork(db, events, runner, { waitSeconds, signal }),
    );
    return { work };
  },
);
