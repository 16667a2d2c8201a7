import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { DomainError } from "../errors.ts";

/** @throws DomainError `not_found` */
export async function findPromptOfSample(
  db: DatabaseOrTransaction,
  sampleId: number,
): Promise<number> {
  const sample = await db.sample.findUnique({
    where: { id: sampleId },
    select: { promptId: true },
  });
  if (sample) return sample.promptId;
  throw new DomainError("not_found", `There is no sample ${sampleId}.`);
}
