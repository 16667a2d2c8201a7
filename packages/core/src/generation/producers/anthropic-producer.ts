import { type AnthropicAccess, createAnthropicClient } from "./anthropic-access.ts";
import { callWithin } from "./call-within.ts";
import type { Producer, ProducerReply, ProducerRequest } from "./producer.ts";
import { readAnthropicError } from "./read-anthropic-error.ts";
import { readAnthropicLimits } from "./read-anthropic-limits.ts";
import { readAnthropicMessage } from "./read-anthropic-message.ts";
import { readLostCall } from "./read-lost-call.ts";
import { readResponse } from "./read-response.ts";
import { writeAnthropicRequest } from "./write-anthropic-request.ts";

/** Claude, one request at a time. The answer is read as text first, so that the ledger has its bytes. */
export function createAnthropicProducer(access: AnthropicAccess): Producer {
  const client = createAnthropicClient(access);

  async function send(request: ProducerRequest, signal: AbortSignal): Promise<ProducerReply> {
    return callWithin({ timeoutMs: access.timeoutMs, signal }, async (ends) => {
      let response: Response;
      try {
        const params = writeAnthropicRequest(request);
        // The library refuses long answers without a timeout of their own, before it sends them.
        const options = { signal: ends.signal, timeout: access.timeoutMs };
        response = await client.messages.create(params, options).asResponse();
      } catch (error) {
        throw readAnthropicError(error, ends, new Date());
      }
      const { headers, status } = response;
      const requestId = headers.get("request-id");
      const raw = await response.text().catch((error: unknown) => {
        throw readLostCall(error, ends, requestId);
      });
      const reply = readResponse({ raw, status, requestId }, readAnthropicMessage);
      return { ...reply, limits: readAnthropicLimits(headers) };
    });
  }

  return { provider: "anthropic", send, readStored: readAnthropicMessage };
}
