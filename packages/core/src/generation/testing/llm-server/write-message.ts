import type { Work } from "./work-on.ts";

const STOP_REASONS = { complete: "end_turn", truncated: "max_tokens", refused: "refusal" } as const;

/** A reply in the form of the Messages API. */
export function writeMessage(
  id: string,
  model: string,
  { reply, usage }: Work,
  isBatch: boolean,
): Record<string, unknown> {
  const isRefused = reply.end === "refused";
  return {
    id: id.replace("req_", "msg_"),
    type: "message",
    role: "assistant",
    model,
    content: reply.text === "" ? [] : [{ type: "text", text: reply.text, citations: null }],
    stop_reason: STOP_REASONS[reply.end],
    stop_sequence: null,
    stop_details: isRefused
      ? { type: "refusal", category: "general_harms", explanation: "Refused on demand." }
      : null,
    container: null,
    diagnostics: null,
    usage: {
      input_tokens: usage.inputTokens,
      cache_creation_input_tokens: usage.cacheWriteTokens,
      cache_read_input_tokens: usage.cacheReadTokens,
      cache_creation: {
        ephemeral_5m_input_tokens: usage.cacheWriteTokens,
        ephemeral_1h_input_tokens: 0,
      },
      output_tokens: usage.outputTokens,
      output_tokens_details: { thinking_tokens: 0 },
      server_tool_use: null,
      service_tier: isBatch ? "batch" : "standard",
      inference_geo: "global",
      speed: "standard",
    },
  };
}
