import type { Database, Prisma } from "@foundry/prisma/client";
import { type Actor, authorize } from "../auth/actor.ts";
import { recordAudit } from "../database/audit.ts";
import { inTransaction } from "../database/in-transaction.ts";
import { DomainError } from "../errors.ts";
import { publishEvent } from "../events/publish-event.ts";
import { stateAfter } from "../samples/state-after.ts";
import { addIrVersion } from "./add-ir-version.ts";
import { type BaseIr, checkSubmittedIr, type CorrectedIr } from "./check-submitted-ir.ts";
import { explainLostVerdict } from "./explain-lost-verdict.ts";
import { findRecordedReview, keyReused } from "./find-recorded-review.ts";
import { hashRequest } from "./hash-request.ts";
import { keepSubmission } from "./keep-submission.ts";
import { readStanding } from "./read-standing.ts";
import type { RecordedReview, RecordReview } from "./review.schema.ts";

/**
 * Records a verdict, exactly once for each review id: a retry gets the first answer again.
 *
 * @throws DomainError `conflict` with the reason `lease_lost`, `already_decided` or `stale_ir`, and
 *   then what was sent is kept as the reviewer's draft; `invalid_input` with `key_reused`,
 *   `ir_invalid` or `nothing_changed`; `not_found`
 */
export async function recordReview(
  db: Database,
  actor: Actor,
  request: RecordReview,
): Promise<RecordedReview> {
  authorize(actor, "sample.review");
  const requestSha256 = hashRequest(actor.userId, request);
  const earlier = await findRecordedReview(db, request.id, requestSha256);
  if (earlier) return earlier;

  const corrected = await checkAgainstBase(db, request);
  const outcome = await inTransaction(db, async (tx) => {
    const round = await takeDecision(tx, actor.userId, request);
    if (round === undefined) {
      // Nothing was written: either a parallel retry of this request came first, or the lease is lost.
      return (await findRecordedReview(tx, request.id, requestSha256)) ?? "lost";
    }
    await writeReview(tx, actor.userId, { request, requestSha256, round, corrected });
    return toAnswer(request);
  });
  if (outcome !== "lost") return outcome;

  await keepSubmission(db, actor.userId, request);
  const standing = await readStanding(db, request.sampleId);
  if (!standing) throw noSuchSample(request.sampleId);
  throw explainLostVerdict(request, actor.userId, standing);
}

async function checkAgainstBase(db: Database, request: RecordReview): Promise<CorrectedIr | null> {
  const { sampleId, baseIrId } = request;
  const [base] = await db.$queryRaw<BaseIr[]>`
    SELECT ir.raw, p.text AS prompt,
      EXISTS (SELECT FROM implementation m WHERE m.prompt_id = p.id) AS "canBeRun"
    FROM ir JOIN sample s ON s.id = ir.sample_id JOIN prompt p ON p.id = s.prompt_id
    WHERE ir.id = ${baseIrId}::uuid AND ir.sample_id = ${sampleId}`;
  if (base) return checkSubmittedIr(request, base);
  if (!(await readStanding(db, sampleId))) throw noSuchSample(sampleId);
  // Not an IR of this sample, so it cannot be the current one: the guard refuses it as stale.
  return null;
}

/** The guard: one row when the lease, its token and the IR on screen all still hold, else none. */
async function takeDecision(
  tx: Prisma.TransactionClient,
  reviewerId: string,
  { sampleId, leaseToken, baseIrId, verdict }: RecordReview,
): Promise<number | undefined> {
  const [taken] = await tx.$queryRaw<{ round: number }[]>`
    UPDATE queue_item
    SET state = ${stateAfter(verdict)}::sample_state, lease_owner_id = NULL,
      lease_expires_at = NULL, updated_at = clock_timestamp()
    WHERE sample_id = ${sampleId} AND state = 'pending' AND lease_owner_id = ${reviewerId}
      AND lease_token = ${leaseToken} AND lease_expires_at > clock_timestamp()
      AND current_ir_id = ${baseIrId}::uuid
    RETURNING round`;
  return taken?.round;
}

interface Decision {
  request: RecordReview;
  requestSha256: string;
  round: number;
  corrected: CorrectedIr | null;
}

async function writeReview(tx: Prisma.TransactionClient, reviewerId: string, decision: Decision) {
  const { request, requestSha256, round, corrected } = decision;
  const { id, sampleId, leaseToken, verdict, note, checklist, baseIrId } = request;
  const reasons: string[] = "reasons" in request ? request.reasons : [];
  const irAfterId = corrected ? await addIrVersion(tx, reviewerId, corrected) : baseIrId;
  const insertedCount = await tx.$executeRaw`
    INSERT INTO review (id, request_sha256, sample_id, round, lease_token, reviewer_id, verdict,
      reasons, note, checklist, ir_before_id, ir_after_id, created_at)
    VALUES (${id}::uuid, ${requestSha256}, ${sampleId}, ${round}, ${leaseToken}, ${reviewerId},
      ${verdict}::verdict, ${reasons}::text[], ${note}, ${checklist}::boolean[],
      ${baseIrId}::uuid, ${irAfterId}::uuid, clock_timestamp())
    ON CONFLICT (id) DO NOTHING`;
  // The guard held, so the row that is in the way cannot be this request's own.
  if (insertedCount === 0) throw keyReused();

  if (verdict === "skip") {
    await tx.$executeRaw`INSERT INTO skipped_sample (sample_id, user_id)
      VALUES (${sampleId}, ${reviewerId}) ON CONFLICT DO NOTHING`;
  } else {
    await tx.draft.deleteMany({ where: { sampleId, userId: reviewerId } });
  }
  await recordAudit(tx, {
    actorId: reviewerId,
    action: `sample.${verdict === "skip" ? "skipped" : stateAfter(verdict)}`,
    subjectType: "sample",
    subjectId: sampleId,
    data: { reviewId: id, round },
  });
  await publishEvent(tx, { topic: "queue", id: String(sampleId) });
}

function toAnswer({ id, sampleId, verdict }: RecordReview): RecordedReview {
  return { reviewId: id, sampleId, verdict, sampleState: stateAfter(verdict) };
}

function noSuchSample(sampleId: number): DomainError {
  return new DomainError("not_found", `There is no sample ${sampleId}.`);
}
