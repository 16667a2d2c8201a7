import type { Prisma } from "@foundry/prisma/client";
import type { EvidenceReport } from "../evidence/evidence-report.ts";
import { summariseForStorage } from "../evidence/evidence-summary.ts";
import { insertFindings } from "../findings/insert-findings.ts";
import { judgeIr } from "../findings/judge-ir.ts";
import { writeJudgements } from "../findings/write-judgements.ts";
import { makeStorable } from "../database/make-storable.ts";
import { findInReport } from "./find-in-report.ts";
import type { DueEvidence } from "./read-due-evidence.ts";

/** Of a hostile IR only the first predicates are kept. */
const MAX_PREDICATES = 200;
const MAX_TEXT_LENGTH = 2_000;

/**
 * Stores what a run of an IR showed, in place of what an earlier one did, and judges the IR anew.
 *
 * @param report null when there was nothing to run
 */
export async function writeEvidence(
  tx: Prisma.TransactionClient,
  { irId, sampleId, prompt, raw, basis }: DueEvidence,
  report: EvidenceReport | null,
): Promise<void> {
  const evidence = report === null ? [] : findInReport(report);
  const errorCount = evidence.filter(({ severity }) => severity === "error").length;
  const row = { basis, summary: toStorableSummary(report), errorCount, ranAt: new Date() };
  await tx.irEvidence.upsert({ where: { irId }, create: { irId, ...row }, update: row });
  await tx.finding.deleteMany({ where: { irId, source: "evidence" } });
  await tx.$executeRaw(insertFindings("evidence", [{ irId, findings: evidence }]));
  const dismissals = await tx.findingDismissal.findMany({
    where: { sampleId },
    select: { check: true, path: true, message: true },
  });
  const judgement = judgeIr({ irId, sampleId, prompt, raw, evidence, dismissals });
  if (judgement !== null) await writeJudgements(tx, [judgement]);
}

/** What Python prints and names may hold any character. */
function toStorableSummary(report: EvidenceReport | null): Prisma.InputJsonValue {
  if (report === null) return {};
  const { predicates, ...summary } = summariseForStorage(report);
  const kept = { ...summary, predicates: predicates.slice(0, MAX_PREDICATES) };
  return JSON.parse(JSON.stringify(kept), (_key, value: unknown) =>
    typeof value === "string" ? makeStorable(value, MAX_TEXT_LENGTH) : value,
  ) as Prisma.InputJsonValue;
}
