import { type AnthropicAccess, createAnthropicClient } from "./anthropic-access.ts";
import { callWithin } from "./call-within.ts";
import { hideKey } from "./hide-key.ts";
import type { ProducerRequest } from "./producer.ts";
import { readAnthropicError } from "./read-anthropic-error.ts";
import { writeAnthropicRequest } from "./write-anthropic-request.ts";

/**
 * How many tokens a request has as input, schema included, as Anthropic counts them. Costs nothing.
 *
 * @throws ProducerError
 */
export async function countAnthropicTokens(
  access: AnthropicAccess,
  request: ProducerRequest,
  signal: AbortSignal,
): Promise<number> {
  const client = createAnthropicClient(access);
  return callWithin({ timeoutMs: access.timeoutMs, signal }, async (ends) => {
    try {
      const { max_tokens: _, ...params } = writeAnthropicRequest(request);
      const { model, system, messages, output_config } = params;
      const counted = {
        model,
        messages,
        ...(system === undefined ? {} : { system }),
        ...(output_config === undefined ? {} : { output_config }),
      };
      const { input_tokens } = await client.messages.countTokens(counted, { signal: ends.signal });
      return input_tokens;
    } catch (error) {
      throw hideKey(readAnthropicError(error, ends, new Date()), access.apiKey);
    }
  });
}
