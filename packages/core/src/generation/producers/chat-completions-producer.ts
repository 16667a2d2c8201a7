import OpenAI from "openai";
import { callWithin } from "./call-within.ts";
import { fetchOrSayUnsent } from "./fetch-or-say-unsent.ts";
import type { Producer, ProducerReply, ProducerRequest } from "./producer.ts";
import { readChatCompletion } from "./read-chat-completion.ts";
import { readChatError } from "./read-chat-error.ts";
import { readLostCall } from "./read-lost-call.ts";
import { readResponse } from "./read-response.ts";
import { writeChatRequest } from "./write-chat-request.ts";

/** The library wants one; a server that asks for no key does not look at it. */
const NO_KEY = "none";

export interface ChatAccess {
  /** Name of the endpoint: stands in the provenance of an IR. */
  name: string;
  /** Up to and with `/v1`. */
  baseUrl: string;
  apiKey: string | null;
  /** Whether the server enforces a JSON Schema. */
  hasSchema: boolean;
  timeoutMs: number;
}

/** Any server that speaks the chat completions API. Each request is sent once. */
export function createChatCompletionsProducer(access: ChatAccess): Producer {
  const { name, baseUrl, apiKey, hasSchema, timeoutMs } = access;
  const client = new OpenAI({
    apiKey: apiKey ?? NO_KEY,
    baseURL: baseUrl,
    // Not left out, so that nothing of the environment is sent along.
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: "off",
    fetch: fetchOrSayUnsent,
  });

  async function send(request: ProducerRequest, signal: AbortSignal): Promise<ProducerReply> {
    return callWithin({ timeoutMs, signal }, async (ends) => {
      let response: Response;
      try {
        const params = writeChatRequest(request, { hasSchema });
        const options = { signal: ends.signal };
        response = await client.chat.completions.create(params, options).asResponse();
      } catch (error) {
        throw readChatError(error, ends, new Date());
      }
      const { headers, status } = response;
      const requestId = headers.get("x-request-id");
      const raw = await response.text().catch((error: unknown) => {
        throw readLostCall(error, ends, requestId);
      });
      return readResponse({ raw, status, requestId }, readChatCompletion);
    });
  }

  return { provider: name, send, readStored: readChatCompletion };
}
