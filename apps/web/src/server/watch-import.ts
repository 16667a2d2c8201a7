import type { EventHub } from "@foundry/core/events/listen-for-events";
import type { Import } from "@foundry/core/imports/import.schema";
import { pause } from "@foundry/core/loops/pause";

/** Also the longest time that a change stays unseen when its event was lost. */
const HEARTBEAT_MS = 15_000;
/** Screens need no more than this, and an import publishes far more often. */
const MIN_INTERVAL_MS = 200;
/** How long a browser waits before it connects again. */
const RETRY_MS = 2_000;

const ENDED: readonly Import["state"][] = ["done", "failed", "cancelled"];

function hasEnded({ state }: Import): boolean {
  return ENDED.includes(state);
}

/** Changes with everything that a screen shows of an import. */
function importEventId({ state, recordCount, bytesDone }: Import): string {
  return `${state}-${recordCount}-${bytesDone}`;
}

/**
 * Server-sent events of one import: its present state first, then every change, until it has ended.
 * A client that was away needs no replay, because each event carries the whole state.
 *
 * @param readImport the state now; throws when the reader has no access any more
 */
export async function* watchImport({
  importId,
  readImport,
  events,
  signal,
  heartbeatMs = HEARTBEAT_MS,
}: {
  importId: string;
  readImport: () => Promise<Import>;
  events: EventHub;
  signal: AbortSignal;
  heartbeatMs?: number;
}): AsyncGenerator<string> {
  const changes = createBell();
  const stops = [
    events.subscribe(({ topic, id }) => topic === "import" && id === importId && changes.ring()),
    events.onReconnect(changes.ring),
  ];
  signal.addEventListener("abort", changes.ring, { once: true });
  try {
    let current = await readImport();
    yield `retry: ${RETRY_MS}\n${formatEvent(current)}`;
    while (!hasEnded(current)) {
      await changes.wait(heartbeatMs);
      await pause(MIN_INTERVAL_MS, signal);
      if (signal.aborted) return;
      const previousId = importEventId(current);
      current = await readImport();
      yield importEventId(current) === previousId ? ": still here\n\n" : formatEvent(current);
    }
  } finally {
    for (const stop of stops) stop();
    signal.removeEventListener("abort", changes.ring);
  }
}

function formatEvent(data: Import): string {
  return `id: ${importEventId(data)}\nevent: import\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Remembers a ring that nobody waited for, so that no change falls between two waits. */
function createBell() {
  let hasRung = false;
  let wake = () => {};
  return {
    ring() {
      hasRung = true;
      wake();
    },
    async wait(timeoutMs: number) {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      hasRung = false;
    },
  };
}
