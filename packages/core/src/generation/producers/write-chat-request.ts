import type OpenAI from "openai";
import type { ProducerRequest } from "./producer.ts";
import { writeChatSchema } from "./write-chat-schema.ts";

/**
 * A request in the words of the chat completions API.
 *
 * @param options.hasSchema whether the server enforces a schema; else the schema stands in the text
 */
export function writeChatRequest(
  request: ProducerRequest,
  { hasSchema }: { hasSchema: boolean },
): OpenAI.Chat.ChatCompletionCreateParamsNonStreaming {
  const schemaText = `Answer with one JSON document that fits this JSON Schema, without a code fence and without any other text:\n\n${JSON.stringify(request.schema)}`;
  const system = hasSchema ? request.system : [...request.system, schemaText];
  return {
    model: request.model,
    // The older name of the field: servers of one's own know it, newer ones still do.
    max_tokens: request.maxTokens,
    messages: [
      // One block: the templates of many models know a single system message.
      { role: "system", content: system.join("\n\n") },
      ...request.turns.map(({ role, text }) => ({ role, content: text })),
    ],
    ...(request.effort === null ? {} : { reasoning_effort: request.effort }),
    ...(hasSchema
      ? {
          response_format: {
            type: "json_schema",
            json_schema: { name: "reply", strict: true, schema: writeChatSchema(request.schema) },
          },
        }
      : {}),
  };
}
