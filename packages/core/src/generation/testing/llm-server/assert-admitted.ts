import type { IncomingHttpHeaders } from "node:http";
import { DEFAULT_MODELS } from "../../prices/default-models.ts";
import { ApiError } from "./api-error.ts";
import type { RateLimiter } from "./rate-limiter.ts";
import type { ServerWorld } from "./server-world.ts";

/** @throws ApiError 401 without a key that is let in */
export function assertKey(world: ServerWorld, headers: IncomingHttpHeaders): void {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  const key = headers["x-api-key"] ?? bearer;
  const allowed = world.settings.apiKeys;
  const isKnown = typeof key === "string" && (allowed === null || allowed.includes(key));
  if (isKnown) return;
  // Says the key, as some servers do: the product must not pass that on.
  throw new ApiError(401, "authentication_error", `The key ${String(key)} is not known.`);
}

/** @throws ApiError 404 for a model that nobody knows, or that is gone */
export function assertModel(world: ServerWorld, model: string): void {
  const isKnown = DEFAULT_MODELS.some(({ id }) => id === model);
  const isGone = world.settings.lifecycles[model]?.lifecycle === "retired";
  if (!isKnown || isGone) throw new ApiError(404, "not_found_error", `model: ${model}`);
}

/** @throws ApiError 429 with the seconds to wait */
export function assertPace(limiter: RateLimiter | null, inputTokens: number): void {
  const seconds = limiter?.enter(inputTokens) ?? 0;
  if (seconds === 0) return;
  throw new ApiError(429, "rate_limit_error", "This request would exceed the rate limit.", {
    headers: { "retry-after": String(Math.ceil(seconds)), ...limiter?.writeHeaders() },
  });
}
