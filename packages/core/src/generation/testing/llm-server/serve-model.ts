import { DEFAULT_MODELS } from "../../prices/default-models.ts";
import { ApiError } from "./api-error.ts";
import { answerJson, type Outcome } from "./outcome.ts";
import type { ServerWorld } from "./server-world.ts";

const MAX_TOKENS = 64_000;
const MAX_INPUT_TOKENS = 1_000_000;

/** `GET /v1/models/{id}`. @throws ApiError 404 */
export function serveModel(world: ServerWorld, id: string): Outcome {
  const model = DEFAULT_MODELS.find((known) => known.id === id);
  if (model === undefined) throw new ApiError(404, "not_found_error", `model: ${id}`);
  const { lifecycle, retiresAt } = world.settings.lifecycles[id] ?? {
    lifecycle: "active",
    retiresAt: null,
  };
  return answerJson(200, {
    id,
    type: "model",
    display_name: model.title,
    created_at: "2026-09-01T00:00:00Z",
    lifecycle,
    deprecated_at: null,
    retires_at: retiresAt,
    line: null,
    max_tokens: MAX_TOKENS,
    max_input_tokens: MAX_INPUT_TOKENS,
    capabilities: null,
  });
}
