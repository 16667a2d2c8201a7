import { type Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { CHECK_INFOS } from "../checks/check-catalogue.ts";
import { readRecallBasis } from "./recall-basis.ts";
import { readSandboxState } from "./sandbox-state.ts";
import type { CheckNumbers, ChecksOverview } from "./finding.schema.ts";
import { STORED_CHECKS_VERSION } from "./stored-checks-version.ts";

/** How far the checks have come and what became of their findings, check by check. */
export async function getChecksOverview(db: Database, actor: Actor): Promise<ChecksOverview> {
  authorize(actor, "corpus.read");
  const [counts, numbers, recall, basis, sandbox] = await Promise.all([
    countIrs(db),
    countByCheck(db),
    db.checkRecall.findMany({
      orderBy: { errorType: "asc" },
      select: { errorType: true, mutated: true, caught: true },
    }),
    readRecallBasis(db),
    readSandboxState(db),
  ]);
  const known = new Map(numbers.map((row) => [row.check, row]));
  const checks = CHECK_INFOS.map(
    ({ id }) => known.get(id) ?? { check: id, samples: 0, confirmed: 0, dismissed: 0 },
  );
  return {
    ...counts,
    checks,
    recall: recall as ChecksOverview["recall"],
    recallBasis: basis && { isBuiltIn: basis.isBuiltIn, irCount: basis.irCount },
    sandbox,
  };
}

async function countIrs(db: Database): Promise<{ checkedIrs: number; waitingIrs: number }> {
  const [counts] = await db.$queryRaw<{ checkedIrs: number; waitingIrs: number }[]>`
    SELECT count(c.ir_id)::int AS "checkedIrs", (count(*) - count(c.ir_id))::int AS "waitingIrs"
    FROM queue_item q
    LEFT JOIN ir_check c
      ON c.ir_id = q.current_ir_id AND c.checks_version = ${STORED_CHECKS_VERSION}`;
  if (!counts) throw new Error("the queue gave no counts");
  return counts;
}

async function countByCheck(db: Database): Promise<CheckNumbers[]> {
  return db.$queryRaw<CheckNumbers[]>`
    WITH shown AS (
      SELECT f."check", count(DISTINCT q.sample_id)::int AS samples
      FROM finding f JOIN queue_item q ON q.current_ir_id = f.ir_id
      GROUP BY f."check"
    ), dismissed AS (
      SELECT "check", count(DISTINCT (sample_id, finding_sha256))::int AS dismissed
      FROM finding_dismissal GROUP BY "check"
    ), confirmed AS (${CONFIRMED})
    SELECT "check", coalesce(samples, 0) AS samples, coalesce(confirmed, 0) AS confirmed,
      coalesce(dismissed, 0) AS dismissed
    FROM shown
    FULL JOIN dismissed USING ("check")
    FULL JOIN confirmed USING ("check")`;
}

/**
 * Of verdicts that stand. Findings are told apart by check and message and not by path, because an
 * edit further up moves the paths of what stays; of equal ones, the difference in number counts.
 */
const CONFIRMED = Prisma.sql`
  SELECT "check", sum(CASE
      WHEN verdict = 'reject' THEN CASE WHEN is_reason THEN before ELSE 0 END
      ELSE greatest(before - after, 0)
    END)::int AS confirmed
  FROM (
    SELECT f."check", r.verdict, count(*) AS before, f.error_type = ANY(r.reasons) AS is_reason,
      (SELECT count(*) FROM finding later
        WHERE later.ir_id = r.ir_after_id AND later.source = f.source
          AND later."check" = f."check" AND later.message = f.message) AS after
    FROM review r
    JOIN finding f ON f.ir_id = r.ir_before_id
    WHERE r.verdict IN ('correct', 'reject')
      AND NOT EXISTS (SELECT FROM review_undo u WHERE u.review_id = r.id)
      AND CASE f.source
        WHEN 'checks' THEN EXISTS (SELECT FROM ir_check c WHERE c.ir_id = r.ir_after_id)
        ELSE EXISTS (SELECT FROM ir_evidence e WHERE e.ir_id = r.ir_after_id)
      END
    GROUP BY r.id, f.source, f."check", f.message, f.error_type
  ) reviewed
  GROUP BY "check"`;
