import OpenAI from "openai";
import { fetchOrSayUnsent } from "./fetch-or-say-unsent.ts";
import type { Producer, ProducerReply, ProducerRequest } from "./producer.ts";
import { readChatCompletion } from "./read-chat-completion.ts";
import { readChatError } from "./read-chat-error.ts";
import { readResponse } from "./read-response.ts";
import { sendOnce } from "./send-once.ts";
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
    const answer = await sendOnce({
      access: { apiKey, timeoutMs },
      signal,
      requestIdHeader: "x-request-id",
      post: async (ended) => {
        const params = writeChatRequest(request, { hasSchema });
        return client.chat.completions.create(params, { signal: ended }).asResponse();
      },
      readError: (error, ends) => readChatError(error, ends, new Date()),
    });
    return readResponse(answer, readChatCompletion);
  }

  return { provider: name, send, readStored: readChatCompletion };
}
