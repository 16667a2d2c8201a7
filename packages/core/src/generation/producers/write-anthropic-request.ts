import type Anthropic from "@anthropic-ai/sdk";
import type { ProducerRequest } from "./producer.ts";

/**
 * A request in the words of the Messages API. The end of the system text is marked for the cache:
 * it is the last thing that all requests of a run have in common.
 */
export function writeAnthropicRequest(
  request: ProducerRequest,
): Anthropic.MessageCreateParamsNonStreaming {
  const last = request.system.length - 1;
  return {
    model: request.model,
    max_tokens: request.maxTokens,
    system: request.system.map((text, index) => ({
      type: "text",
      text,
      ...(index === last ? { cache_control: { type: "ephemeral" } } : {}),
    })),
    messages: request.turns.map(({ role, text }) => ({ role, content: text })),
    output_config: {
      format: { type: "json_schema", schema: request.schema },
      ...(request.effort === null ? {} : { effort: request.effort }),
    },
  };
}
