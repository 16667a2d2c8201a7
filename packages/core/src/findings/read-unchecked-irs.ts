import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { JudgedIr } from "./judge-ir.ts";
import { JUDGED_IR_COLUMNS } from "./judged-ir-columns.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

const BATCH_IRS = 100;
const BATCH_BYTES = 2_000_000;

/**
 * The next IRs, by id, that the checks of this version have not seen: bounded in number and in
 * bytes, and at least one.
 *
 * @param after id of an IR to continue behind
 */
export async function readUncheckedIrs(
  db: DatabaseOrTransaction,
  after: string,
): Promise<JudgedIr[]> {
  // As a subquery of its own, the version is looked up while the primary key is walked on from
  // `after`, whatever the planner knows of the tables.
  return db.$queryRaw<JudgedIr[]>`
    WITH page AS MATERIALIZED (
      SELECT ir.id, ir.sample_id, octet_length(ir.raw) AS bytes
      FROM ir
      WHERE ir.id > ${after}::uuid
        AND (SELECT c.checks_version FROM ir_check c WHERE c.ir_id = ir.id)
          IS DISTINCT FROM ${STORED_CHECKS_VERSION}
      ORDER BY ir.id
      LIMIT ${BATCH_IRS}
    ), measured AS (
      SELECT page.*, sum(bytes) OVER (
        ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS bytes_before
      FROM page
    )
    SELECT ${JUDGED_IR_COLUMNS}
    FROM measured
    JOIN ir ON ir.id = measured.id
    JOIN sample s ON s.id = ir.sample_id
    JOIN prompt p ON p.id = s.prompt_id
    WHERE coalesce(bytes_before, 0) < ${BATCH_BYTES}
    ORDER BY ir.id`;
}
