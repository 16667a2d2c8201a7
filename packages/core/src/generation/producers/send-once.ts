import { type CallEnds, callWithin } from "./call-within.ts";
import { hideKey } from "./hide-key.ts";
import { hideKeyInText } from "./hide-key-in-text.ts";
import { ProducerError } from "./producer-error.ts";
import { readLostCall } from "./read-lost-call.ts";

/** An answer as it came, but for the key where the server repeats it. */
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
 * @returns the answer, without the key in it, as every error
 * @throws ProducerError
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
      const text = await response.text().catch((error: unknown) => {
        throw readLostCall(error, ends, requestId);
      });
      return { raw: hideKeyInText(text, access.apiKey), headers, status, requestId };
    });
  } catch (error) {
    throw error instanceof ProducerError ? hideKey(error, access.apiKey) : error;
  }
}
