import pg from "pg";
import { pause } from "../loops/pause.ts";
import { repeatEvery } from "../loops/repeat-every.ts";
import { settlesWithin } from "../loops/settles-within.ts";
import type { Logger } from "../logger.ts";
import { EVENT_CHANNEL, type FoundryEvent } from "./publish-event.ts";

export interface EventHub {
  /** @returns the function that ends the subscription */
  subscribe(subscriber: (event: FoundryEvent) => void): () => void;
  /**
   * Events of the time without a connection are lost, so whoever shows state reads it again.
   * @returns the function that ends the subscription
   */
  onReconnect(subscriber: () => void): () => void;
  close(): Promise<void>;
}

const PING_EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 5_000;
const LONGEST_WAIT_MS = 5_000;

/**
 * Opens the process's one LISTEN connection and keeps it open, however often the database goes.
 *
 * Resolves after the first attempt, successful or not: an unreachable database costs hints, not
 * correctness, because every receiver also reads the rows from time to time.
 */
export async function listenForEvents(connectionString: string, logger: Logger): Promise<EventHub> {
  const subscribers = new Set<(event: FoundryEvent) => void>();
  const reconnectSubscribers = new Set<() => void>();
  const closing = new AbortController();
  let attemptCount = 0;

  const tell = <Message extends unknown[]>(
    listeners: Set<(...message: Message) => void>,
    ...message: Message
  ) => {
    for (const listener of listeners) {
      try {
        listener(...message);
      } catch (error) {
        logger.error({ err: error }, "an event subscriber failed");
      }
    }
  };

  /** One connection, from its opening to its end. */
  async function listenOnce(onListening: () => void) {
    attemptCount += 1;
    const client = new pg.Client({
      connectionString,
      application_name: "foundry-events",
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    const over = new AbortController();
    const end = () => over.abort();
    client.on("error", (error) => over.abort(error));
    client.on("end", () => over.abort(new Error("the database closed the connection")));
    closing.signal.addEventListener("abort", end);
    client.on("notification", ({ payload }) => {
      const event = parseEvent(payload);
      if (event) tell(subscribers, event);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${EVENT_CHANNEL}`);
      onListening();
      if (attemptCount > 1) tell(reconnectSubscribers);
      // A connection whose other end vanished stays silent for ever; only a question finds out.
      await repeatEvery(
        PING_EVERY_MS,
        over.signal,
        async () => {
          await client.query("SELECT 1");
        },
        (error) => over.abort(error),
      );
      if (!closing.signal.aborted) throw over.signal.reason;
    } finally {
      closing.signal.removeEventListener("abort", end);
      await settlesWithin(1_000, client.end());
    }
  }

  async function listenUntilClosed(onFirstAttempt: () => void) {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      try {
        await listenOnce(() => {
          failures = 0;
          onFirstAttempt();
        });
      } catch (error) {
        logger.warn({ err: error }, "lost the connection for database events, opening a new one");
      }
      onFirstAttempt();
      await pause(Math.min(100 * 2 ** failures, LONGEST_WAIT_MS), closing.signal);
    }
  }

  let ended = Promise.resolve();
  await new Promise<void>((resolve) => {
    ended = listenUntilClosed(resolve);
  });
  return {
    subscribe: (subscriber) => add(subscribers, subscriber),
    onReconnect: (subscriber) => add(reconnectSubscribers, subscriber),
    async close() {
      closing.abort();
      await ended;
    },
  };
}

function add<Item>(items: Set<Item>, item: Item): () => void {
  items.add(item);
  return () => items.delete(item);
}

/** Null for a message that is not ours: whoever reaches the database can write to the channel. */
function parseEvent(payload: string | undefined): FoundryEvent | null {
  try {
    return JSON.parse(payload ?? "") as FoundryEvent;
  } catch {
    return null;
  }
}
