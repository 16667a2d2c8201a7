import { type AnthropicAccess, createAnthropicClient } from "./anthropic-access.ts";
import { callWithin } from "./call-within.ts";
import { hideKey } from "./hide-key.ts";
import { readAnthropicError } from "./read-anthropic-error.ts";

/** What the provider says of a model. */
export interface ModelLifecycle {
  title: string;
  lifecycle: "active" | "deprecated" | "retired";
  retiresAt: Date | null;
  /** Tokens of a reply at most. */
  maxTokens: number | null;
  /** Null: not said. */
  hasStructuredOutputs: boolean | null;
  hasBatches: boolean | null;
}

/**
 * Asks Anthropic about a model, which also shows that the key works. Costs nothing.
 *
 * @throws ProducerError `unknown_model` for one that there is not, `authentication`, …
 */
export async function lookUpAnthropicModel(
  access: AnthropicAccess,
  modelId: string,
  signal: AbortSignal,
): Promise<ModelLifecycle> {
  const client = createAnthropicClient(access);
  return callWithin({ timeoutMs: access.timeoutMs, signal }, async (ends) => {
    try {
      const model = await client.models.retrieve(modelId, null, { signal: ends.signal });
      return {
        title: model.display_name,
        lifecycle: model.lifecycle,
        retiresAt: model.retires_at === null ? null : new Date(model.retires_at),
        maxTokens: model.max_tokens,
        hasStructuredOutputs: model.capabilities?.structured_outputs.supported ?? null,
        hasBatches: model.capabilities?.batch.supported ?? null,
      };
    } catch (error) {
      throw hideKey(readAnthropicError(error, ends, new Date()), access.apiKey);
    }
  });
}
