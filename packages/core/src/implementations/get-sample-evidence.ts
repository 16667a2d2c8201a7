import type { Database } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { evidenceSummarySchema } from "../evidence/evidence-summary.ts";
import { EVIDENCE_BASIS } from "./evidence-basis.ts";
import { findPromptOfSample } from "./find-prompt-of-sample.ts";
import type { SampleEvidence } from "./implementation.schema.ts";
import { readImplementations } from "./read-implementations.ts";
import { readRunMaterial } from "./read-run-material.ts";

/**
 * What a run of a sample needs, and what the server's own run of the current IR has shown.
 *
 * @throws DomainError `not_found`
 */
export async function getSampleEvidence(
  db: Database,
  actor: Actor,
  sampleId: number,
): Promise<SampleEvidence> {
  authorize(actor, "corpus.read");
  const promptId = await findPromptOfSample(db, sampleId);
  const [implementations, material, server] = await Promise.all([
    readImplementations(db, promptId, actor.userId),
    readRunMaterial(db, promptId),
    readSummary(db, sampleId),
  ]);
  return { implementations, ...material, server };
}

/** Null when the last run was of another IR or with other implementations, or there was nothing to run. */
async function readSummary(db: Database, sampleId: number): Promise<SampleEvidence["server"]> {
  const [run] = await db.$queryRaw<{ summary: unknown; ranAt: Date }[]>`
    SELECT e.summary, e.ran_at AS "ranAt"
    FROM queue_item q
    JOIN sample s ON s.id = q.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    JOIN ir_evidence e ON e.ir_id = q.current_ir_id
    WHERE q.sample_id = ${sampleId} AND e.basis = ${EVIDENCE_BASIS}`;
  const summary = evidenceSummarySchema.safeParse(run?.summary);
  return run && summary.success ? { ...summary.data, ranAt: run.ranAt.toISOString() } : null;
}
