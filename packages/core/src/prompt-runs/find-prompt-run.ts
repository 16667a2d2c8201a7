import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { DomainError } from "../errors.ts";
import { PROMPT_RUN_INCLUDE, presentPromptRun } from "./present-prompt-run.ts";
import type { PromptRun } from "./prompt-run.schema.ts";

/**
 * A run by its id, without asking who wants it.
 * @throws DomainError `not_found`, also for what is no id at all
 */
export async function findPromptRun(db: DatabaseOrTransaction, id: string): Promise<PromptRun> {
  const row = z.uuid().safeParse(id).success
    ? await db.promptRun.findUnique({ where: { id }, include: PROMPT_RUN_INCLUDE })
    : null;
  if (row) return presentPromptRun(row);
  throw new DomainError("not_found", "There is no such run. Go back to the list of prompts.");
}
