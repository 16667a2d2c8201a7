import { streamText } from "./stream-text";

/** Server-sent events that end with the client's connection. */
export function streamEvents(
  request: Request,
  makeEvents: (signal: AbortSignal) => AsyncGenerator<string>,
): Promise<Response> {
  return streamText(makeEvents, {
    signal: request.signal,
    isLive: true,
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // `no-transform` keeps Next and proxies from compressing, which would hold events back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
