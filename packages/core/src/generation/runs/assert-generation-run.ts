import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";
import { DomainError } from "../../errors.ts";

/** @throws DomainError `not_found` when there is no run with this id, also for what is no id */
export async function assertGenerationRun(db: DatabaseOrTransaction, id: string): Promise<void> {
  const found = z.uuid().safeParse(id).success
    ? await db.generationRun.findUnique({ where: { id }, select: { id: true } })
    : null;
  if (found) return;
  throw new DomainError("not_found", "There is no such run. Go back to the list of runs.");
}
