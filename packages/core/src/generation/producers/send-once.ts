import { type CallEnds, callWithin } from "./call-within.ts";
import { hideKey } from "./hide-key.ts";
import { ProducerError } from "./producer-error.ts";
import { readLostCall } from "./read-lost-call.ts";

/** An answer as it came. */
export interface RawAnswer {
  raw: string;
  headers: Headers;
  status: number;
}

/**
 * Sends one request and reads its answer as text, so that the ledger has its bytes before anybody
 * looks at them.
 *
 * @param options.post gives the answer as soon as its headers are there
 * @param options.readError says what an error of the client library means
 * @param options.requestIdHeader in which the provider tells its own id
 * @throws ProducerError, without the key in it
 */
export async function sendOnce(options: {
  access: { apiKey: string | null; timeoutMs: number };
  signal: AbortSignal;
  requestIdHeader: string;
  post(signal: AbortSignal): Promise<Response>;
  readError(error: unknown, ends: CallEnds): ProducerError;
}): Promise<RawAnswer & { requestId: string | null }> {
  const { access, signal, post, readError, requestIdHeader } = options;
  try {
    return await callWithin({ timeoutMs: access.timeoutMs, signal }, async (ends) => {
      const response = await post(ends.signal).catch((error: unknown) => {
        throw readError(error, ends);
      });
      const { headers, status } = response;
      const requestId = headers.get(requestIdHeader);
      const raw = await response.text().catch((error: unknown) => {
        throw readLostCall(error, ends, requestId);
      });
      return { raw, headers, status, requestId };
    });
  } catch (error) {
    throw error instanceof ProducerError ? hideKey(error, access.apiKey) : error;
  }
}
