import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { ModelLifecycle } from "./anthropic-models.ts";

/** Keeps what Anthropic said of a model; null: it knows none of that name any more. */
export async function recordModelLifecycle(
  db: DatabaseOrTransaction,
  modelId: string,
  said: ModelLifecycle | null,
): Promise<void> {
  const facts =
    said === null
      ? { lifecycle: "unknown" }
      : { lifecycle: said.lifecycle, retiresAt: said.retiresAt, maxTokens: said.maxTokens };
  const change = { ...facts, lookedAt: new Date() };
  await db.llmModel.upsert({
    where: { id: modelId },
    create: { id: modelId, provider: "anthropic", title: said?.title ?? modelId, ...change },
    update: change,
  });
}
