import { logger } from "@foundry/core/logger";
import { onShutdown } from "./shutdown";

/** Small pieces are joined up to this size, because every chunk costs a write. */
const CHUNK_LENGTH = 64 * 1_024;

/**
 * An answer that is made as fast as it is read, and never held whole.
 *
 * The first piece is made before the answer begins, so that an error up to there becomes a proper
 * problem document. An error after it breaks the connection off: a cut-off file must not look whole.
 *
 * @param makeText called once; its signal aborts when the reader is gone or the server stops
 * @param options.isLive send every piece at once, and end when the server stops
 */
export async function streamText(
  makeText: (signal: AbortSignal) => AsyncGenerator<string>,
  options: { signal: AbortSignal; headers: HeadersInit; isLive?: boolean },
): Promise<Response> {
  const ending = new AbortController();
  const text = makeText(ending.signal);
  const end = () => {
    ending.abort();
    // Runs the generator's clean-up even when nobody reads on, as after an early disconnect.
    void text.return(undefined);
  };
  const release = options.isLive ? onShutdown(end) : () => {};
  options.signal.addEventListener("abort", end, { once: true });
  const close = () => {
    release();
    options.signal.removeEventListener("abort", end);
  };
  try {
    const first = await text.next();
    const pieces = joinPieces(first, text, options.isLive ? 1 : CHUNK_LENGTH);
    return new Response(toByteStream(pieces, { end, close, ending: ending.signal }), {
      headers: options.headers,
    });
  } catch (error) {
    close();
    throw error;
  }
}

async function* joinPieces(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
  length: number,
): AsyncGenerator<string> {
  let chunk = "";
  for (let piece = first; !piece.done; piece = await rest.next()) {
    chunk += piece.value;
    if (chunk.length < length) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

function toByteStream(
  pieces: AsyncGenerator<string>,
  { end, close, ending }: { end: () => void; close: () => void; ending: AbortSignal },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const piece = await pieces.next();
        if (!piece.done) return controller.enqueue(encoder.encode(piece.value));
        close();
        controller.close();
      } catch (error) {
        close();
        if (!ending.aborted) logger.error({ err: error }, "a stream broke off");
        controller.error(error);
      }
    },
    cancel() {
      end();
      close();
    },
  });
}
