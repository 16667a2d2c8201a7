import type { CheckWorker, CheckWorkerListeners } from "./check-client";
import type { Reading } from "./reading";

/** From our own origin as a file, so that `worker-src 'self'` is enough. */
export function startCheckWorker({ onReading, onError }: CheckWorkerListeners): CheckWorker {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), {
    type: "module",
    name: "checks",
  });
  worker.addEventListener("message", ({ data }: MessageEvent<Reading>) => onReading(data));
  worker.addEventListener("error", onError);
  return {
    read: (request) => worker.postMessage(request, []),
    stop: () => worker.terminate(),
  };
}
