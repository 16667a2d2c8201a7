import type { Prisma } from "@foundry/prisma/client";
import { type PromptRun, promptRunSchema } from "./prompt-run.schema.ts";

/** What a query must load for `presentPromptRun`. */
export const PROMPT_RUN_INCLUDE = { createdBy: { select: { name: true } } } as const;

/** A run's row as people see it. */
export function presentPromptRun(
  row: Prisma.PromptRunGetPayload<{ include: typeof PROMPT_RUN_INCLUDE }>,
): PromptRun {
  return promptRunSchema.parse({
    ...row,
    createdBy: row.createdBy.name,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}
