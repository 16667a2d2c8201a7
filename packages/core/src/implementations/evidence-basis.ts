import { Prisma } from "@foundry/prisma/client";

/** Raised whenever a run of equal things may show something else. */
const EVIDENCE_VERSION = "1";

/**
 * Column expression over `prompt p`: changes with everything that a run depends on beside the IR,
 * and is null when the prompt has no implementation, so that there is nothing to run.
 */
export const EVIDENCE_BASIS = Prisma.sql`(
  SELECT md5(concat_ws('|', ${EVIDENCE_VERSION}::text,
    string_agg(m.source_sha256, ',' ORDER BY m.id),
    (SELECT pi.inputs::text FROM prompt_inputs pi WHERE pi.prompt_id = p.id),
    (SELECT b.test_cases FROM benchmark_case b WHERE b.prompt_id = p.id)))
  FROM implementation m WHERE m.prompt_id = p.id
  HAVING count(*) > 0)`;

/** Over `queue_item q` and `prompt p`: the current IR was not run, or not with what is there now. */
export const IS_EVIDENCE_DUE = Prisma.sql`
  (SELECT e.basis FROM ir_evidence e WHERE e.ir_id = q.current_ir_id)
    IS DISTINCT FROM ${EVIDENCE_BASIS}`;
