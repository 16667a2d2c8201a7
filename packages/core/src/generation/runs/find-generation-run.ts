import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { GenerationRun } from "../generation.schema.ts";
import { assertGenerationRun } from "./assert-generation-run.ts";
import { GENERATION_RUN_INCLUDE } from "./generation-run-columns.ts";
import { presentGenerationRuns } from "./present-generation-runs.ts";

/**
 * A run by its id, without asking who wants it.
 * @throws DomainError `not_found`, also for what is no id at all
 */
export async function findGenerationRun(
  db: DatabaseOrTransaction,
  id: string,
): Promise<GenerationRun> {
  await assertGenerationRun(db, id);
  const row = await db.generationRun.findUniqueOrThrow({
    where: { id },
    include: GENERATION_RUN_INCLUDE,
  });
  const [run] = await presentGenerationRuns(db, [row]);
  if (run === undefined) throw new Error("a run was presented as none");
  return run;
}
