import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { z } from "zod";

/** What recall was measured on. */
const recallBasisSchema = z.object({
  /** IRs of the templates, which are right by construction, because people had found too few good. */
  isBuiltIn: z.boolean(),
  /** IRs that were spoiled. */
  irCount: z.int(),
  /** Accepted and corrected samples that there were. */
  goodSampleCount: z.int(),
  checksVersion: z.string(),
});
export type RecallBasis = z.infer<typeof recallBasisSchema>;

const RECALL = "recall";

/** Tells the web, and the next look at whether recall is due, what it was measured on. */
export async function writeRecallBasis(
  db: DatabaseOrTransaction,
  basis: RecallBasis,
): Promise<void> {
  const data = { isOn: true, detail: JSON.stringify(basis), updatedAt: new Date() };
  await db.workerFacility.upsert({
    where: { name: RECALL },
    create: { name: RECALL, ...data },
    update: data,
  });
}

/** @returns what recall was last measured on, or null when it never was */
export async function readRecallBasis(db: DatabaseOrTransaction): Promise<RecallBasis | null> {
  const row = await db.workerFacility.findUnique({ where: { name: RECALL } });
  return row === null ? null : recallBasisSchema.parse(JSON.parse(row.detail));
}
