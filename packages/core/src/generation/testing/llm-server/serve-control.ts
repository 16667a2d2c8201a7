import { answerJson, type Outcome } from "./outcome.ts";
import type { ServerWorld } from "./server-world.ts";
import { settingsSchema } from "./settings.ts";

/** `/control`: for tests that run in another process. Not part of any provider's API. */
export function serveControl(world: ServerWorld, method: string, body: unknown): Outcome {
  if (method === "DELETE") world.forget();
  if (method === "POST") {
    const { endBatches, ...change } = body as Record<string, unknown>;
    const parsed = settingsSchema.partial().safeParse(change);
    if (!parsed.success) return answerJson(400, { error: parsed.error.message });
    world.configure(change);
    if (endBatches === true) endAllBatches(world);
  }
  return answerJson(200, { bill: world.log.sumUp(), requests: world.log.requests });
}

export function endAllBatches(world: ServerWorld): void {
  const now = Date.now();
  for (const batch of world.batches.values()) batch.endsAt = Math.min(batch.endsAt ?? now, now);
}
