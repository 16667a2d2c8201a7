import { setTimeout as delay } from "node:timers/promises";
import { logsDir, type Settings } from "./settings.ts";
import { StudioError } from "./studio-error.ts";

const TIMEOUT_MS = 90_000;

/** @throws StudioError with the last answer when /api/health does not say `ok` in time */
export async function untilHealthy(settings: Settings, signal: AbortSignal): Promise<void> {
  const url = `http://${localAddress(settings.host)}:${settings.port}/api/health`;
  let lastAnswer = "nothing";
  for (const deadline = Date.now() + TIMEOUT_MS; Date.now() < deadline; await delay(100)) {
    signal.throwIfAborted();
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      lastAnswer = await response.text();
      if (response.ok && (JSON.parse(lastAnswer) as { status?: string }).status === "ok") return;
    } catch {
      // Not up yet: nobody listens, or the answer is not a whole JSON document.
    }
  }
  throw new StudioError(
    `The studio is not healthy after ${TIMEOUT_MS / 1000} s; ${url} says: ${lastAnswer.slice(0, 300)}\n` +
      `Logs are in ${logsDir(settings.dataDir)}.`,
  );
}

/** Where this machine reaches a server that listens on `host`. */
function localAddress(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
