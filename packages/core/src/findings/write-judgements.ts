import type { Prisma } from "@foundry/prisma/client";
import type { Severity } from "../checks/finding.ts";
import { insertFindings } from "./insert-findings.ts";
import type { Judgement } from "./judge-ir.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";
import { toStoredRisk } from "./to-stored-risk.ts";

/**
 * Stores what the checks of this version say about some IRs, and gives their risk to the queue where
 * they are the current ones. What an earlier version said is replaced; dismissals stay.
 *
 * @param options.areNew the IRs were never checked before, which spares a statement
 */
export async function writeJudgements(
  tx: Prisma.TransactionClient,
  judgements: readonly Judgement[],
  options: { areNew?: boolean } = {},
): Promise<void> {
  if (judgements.length === 0) return;
  if (options.areNew !== true) {
    const irIds = judgements.map(({ irId }) => irId);
    await tx.$executeRaw`
      DELETE FROM finding WHERE ir_id = ANY(${irIds}::uuid[]) AND source = 'checks'`;
  }
  const rows = judgements.map(toRow);
  // The queue's rows come last and in the order of their ids, because reviewers wait for them.
  await tx.$executeRaw`
    WITH input AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS j (
        ir_id uuid, sample_id int, risk float8, reasons jsonb, errors int, warnings int, infos int)
    ), checked AS (
      INSERT INTO ir_check (ir_id, checks_version, risk, risk_reasons, error_count, warning_count,
        info_count, checked_at)
      SELECT ir_id, ${STORED_CHECKS_VERSION}, risk, reasons, errors, warnings, infos,
        clock_timestamp()
      FROM input
      ON CONFLICT (ir_id) DO UPDATE SET
        checks_version = excluded.checks_version, risk = excluded.risk,
        risk_reasons = excluded.risk_reasons, error_count = excluded.error_count,
        warning_count = excluded.warning_count, info_count = excluded.info_count,
        checked_at = excluded.checked_at
    ), found AS (${insertFindings("checks", judgements)})
    UPDATE queue_item q SET risk = due.risk
    FROM (
      SELECT q.sample_id, input.risk
      FROM input JOIN queue_item q
        ON q.sample_id = input.sample_id AND q.current_ir_id = input.ir_id
      WHERE q.risk IS DISTINCT FROM input.risk
      ORDER BY q.sample_id
      FOR NO KEY UPDATE OF q
    ) due
    WHERE q.sample_id = due.sample_id`;
}

function toRow({ irId, sampleId, risk, findings }: Judgement) {
  const { score, reasons } = toStoredRisk(risk);
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  return {
    ir_id: irId,
    sample_id: sampleId,
    risk: score,
    reasons,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
  };
}
