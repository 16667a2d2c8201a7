import { Prisma } from "@foundry/prisma/client";

/** Columns of a `JudgedIr` for a query over `ir` and its prompt `p`. */
export const JUDGED_IR_COLUMNS = Prisma.sql`
  ir.id::text AS "irId", ir.sample_id AS "sampleId", p.text AS prompt, ir.raw,
  (SELECT jsonb_agg(jsonb_build_object('check', f."check", 'errorType', f.error_type,
      'severity', f.severity, 'path', f.path, 'message', f.message) ORDER BY f.seq)
    FROM finding f WHERE f.ir_id = ir.id AND f.source = 'evidence') AS evidence,
  (SELECT jsonb_agg(jsonb_build_object('check', fd."check", 'path', fd.path,
      'message', fd.message))
    FROM finding_dismissal fd WHERE fd.sample_id = ir.sample_id) AS dismissals`;
