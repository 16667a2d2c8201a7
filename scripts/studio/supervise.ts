import { setTimeout as delay } from "node:timers/promises";
import type { Progress } from "./progress.ts";
import { StudioError } from "./studio-error.ts";

const MAX_DEATHS = 5;
const WINDOW_MS = 60_000;

export interface RunningService {
  pid: number;
  /** Resolves with how it ended, for example `exit code 1` or `SIGKILL`. */
  exited: Promise<string>;
  kill(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

export interface Supervised {
  /** The process of the moment; another one after a death. */
  current(): RunningService;
  /** Rejects when the service died too often; resolves when it was stopped. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps a service running: after a death it is started again, each time after a longer pause, and
 * given up when it died five times within a minute.
 */
export async function supervise(
  name: string,
  start: () => Promise<RunningService>,
  progress: Progress,
  firstPauseMs = 500,
): Promise<Supervised> {
  let current = await start();
  const stopping = new AbortController();
  const deaths: number[] = [];

  async function watch(): Promise<void> {
    for (;;) {
      const how = await current.exited;
      if (stopping.signal.aborted) return;
      deaths.push(Date.now());
      const recent = deaths.filter((at) => at > Date.now() - WINDOW_MS).length;
      if (recent >= MAX_DEATHS) {
        throw new StudioError(`${name} ended ${recent} times within a minute (${how})`);
      }
      const pauseMs = firstPauseMs * 2 ** (recent - 1);
      progress.say(`  ${name} ended (${how}); starting it again in ${pauseMs / 1000} s`);
      // An abort ends the pause early; the loop's next turn sees it.
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      current = await start().catch(diedAtStart);
      if (stopping.signal.aborted) return current.stop();
    }
  }
  const ended = watch();
  // Whoever supervises may listen later; until then a rejection is no crash.
  ended.catch(() => {});

  return {
    current: () => current,
    ended,
    async stop() {
      stopping.abort();
      await current.stop();
      await ended.catch(() => {});
    },
  };
}

function diedAtStart(error: Error): RunningService {
  return { pid: 0, exited: Promise.resolve(error.message), kill: () => {}, stop: async () => {} };
}
