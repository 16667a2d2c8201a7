import { DEFAULT_MODEL_ID } from "../prices/default-models.ts";
import type { ProducerRequest } from "../producers/producer.ts";
import { buildGenerationRequest, type GenerationRequestParts } from "../request/build-request.ts";

/** A request for one IR, as a run would send it. */
export function makeGenerationRequest(
  overrides: Partial<GenerationRequestParts> = {},
): ProducerRequest {
  return buildGenerationRequest({
    prompt: "Return 'big' if number is above 3, and 'small' otherwise.",
    fewShots: [],
    model: DEFAULT_MODEL_ID,
    effort: null,
    slot: 0,
    turn: 0,
    history: [],
    maxTokens: 8000,
    ...overrides,
  });
}
