import { type FindingSource, Prisma } from "@foundry/prisma/client";
import type { Finding } from "../checks/finding.ts";
import { toFindingRows } from "./to-finding-rows.ts";

/** Statement that stores the findings of IRs that have none of this source. */
export function insertFindings(
  source: FindingSource,
  irs: readonly { irId: string; findings: readonly Finding[] }[],
): Prisma.Sql {
  const rows = irs.flatMap(({ irId, findings }) => toFindingRows(irId, findings));
  return Prisma.sql`
    INSERT INTO finding (ir_id, source, seq, "check", check_version, error_type, severity, path,
      message, fix)
    SELECT ir_id, ${source}::finding_source, seq, "check", check_version, error_type,
      severity::finding_severity, path, message, nullif(fix, 'null')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS f (
      ir_id uuid, seq int, "check" text, check_version int, error_type text, severity text,
      path text, message text, fix jsonb)`;
}
