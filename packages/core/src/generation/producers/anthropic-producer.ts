import { type AnthropicAccess, createAnthropicClient } from "./anthropic-access.ts";
import type { Producer, ProducerReply, ProducerRequest } from "./producer.ts";
import { readAnthropicError } from "./read-anthropic-error.ts";
import { readAnthropicLimits } from "./read-anthropic-limits.ts";
import { readAnthropicMessage } from "./read-anthropic-message.ts";
import { readResponse } from "./read-response.ts";
import { sendOnce } from "./send-once.ts";
import { writeAnthropicRequest } from "./write-anthropic-request.ts";

/** Claude, one request at a time. */
export function createAnthropicProducer(access: AnthropicAccess): Producer {
  const client = createAnthropicClient(access);

  async function send(request: ProducerRequest, signal: AbortSignal): Promise<ProducerReply> {
    const answer = await sendOnce({
      access,
      signal,
      requestIdHeader: "request-id",
      post: async (ended) => {
        // The library refuses long answers without a timeout of their own, before it sends them.
        const options = { signal: ended, timeout: access.timeoutMs };
        return client.messages.create(writeAnthropicRequest(request), options).asResponse();
      },
      readError: (error, ends) => readAnthropicError(error, ends, new Date()),
    });
    const limits = readAnthropicLimits(answer.headers);
    return { ...readResponse(answer, readAnthropicMessage), limits };
  }

  return { provider: "anthropic", send, readStored: readAnthropicMessage };
}
