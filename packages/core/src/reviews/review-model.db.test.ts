import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import fc from "fast-check";
import { expect } from "vitest";
import type { Actor } from "../auth/actor.ts";
import { DomainError } from "../errors.ts";
import { claimSample } from "./claim-sample.ts";
import { heartbeatLease } from "./heartbeat-lease.ts";
import { recordReview } from "./record-review.ts";
import { releaseLease } from "./release-lease.ts";
import { type LeasedSample, VERDICTS, type Verdict } from "./review.schema.ts";
import { makeVerdict } from "./testing/make-verdict.ts";
import { ReviewModel } from "./testing/review-model.ts";
import { undoReview } from "./undo-review.ts";

const SEQUENCES = 100;
const MAX_STEPS = 40;
const SAMPLES = 3;
const REVIEWERS = 2;

/** The real thing: the database, and what each reviewer's tabs have shown, however stale it is now. */
interface Real {
  db: Database;
  actors: Actor[];
  sampleIds: number[];
  /** By reviewer, oldest first. */
  screens: LeasedSample[][];
}

type Step = fc.AsyncCommand<ReviewModel, Real>;

dbTest(
  `${SEQUENCES} random histories agree with the model after every step`,
  async ({ db }) => {
    const actors: Actor[] = [];
    for (let count = 0; count < REVIEWERS; count += 1) actors.push((await makeUser(db)).actor);

    await fc.assert(
      fc.asyncProperty(
        fc.commands(steps, { maxCommands: MAX_STEPS, size: "max" }),
        async (commands) => {
          await db.$executeRaw`TRUNCATE prompt, sample, review, review_undo, audit_event CASCADE`;
          const samples = await makeCorpus(db, { samples: SAMPLES });
          const sampleIds = samples.map(({ sampleId }) => sampleId);
          const real: Real = { db, actors, sampleIds, screens: actors.map(() => []) };
          await fc.asyncModelRun(() => ({ model: new ReviewModel(SAMPLES), real }), commands);
        },
      ),
      { numRuns: SEQUENCES },
    );
  },
  240_000,
);

const reviewerIndex = fc.nat({ max: REVIEWERS - 1 });
const sampleIndex = fc.nat({ max: SAMPLES - 1 });
/** Counted from the newest: mostly the last thing, sometimes one before it. */
const age = fc.constantFrom(0, 0, 0, 1, 2);

const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(reviewerIndex, fc.boolean()).map(([reviewer, includeSkipped]) =>
    step(`claim(${reviewer}, ${includeSkipped})`, async (model, real) => {
      const expected = model.claim(reviewer, { includeSkipped });
      await expectClaim(real, reviewer, { includeSkipped }, expected);
    }),
  ),
  fc.tuple(reviewerIndex, sampleIndex).map(([reviewer, sample]) =>
    step(`claimById(${reviewer}, ${sample})`, async (model, real) => {
      const expected = model.claim(reviewer, { includeSkipped: false, sample });
      const request = { includeSkipped: false, sampleId: real.sampleIds[sample] ?? 0 };
      await expectClaim(real, reviewer, request, expected);
    }),
  ),
  sampleIndex.map((sample) =>
    step(`expire(${sample})`, async (model, { db, sampleIds }) => {
      model.expire(sample);
      await db.$executeRaw`UPDATE queue_item SET lease_expires_at = now() - interval '1 second'
        WHERE sample_id = ${sampleIds[sample]} AND lease_owner_id IS NOT NULL`;
    }),
  ),
  onScreen("heartbeat", async (model, { db, actor, reviewer, sample, screen }) => {
    const expected = model.heartbeat(reviewer, sample, screen.leaseToken);
    const beat = heartbeatLease(db, actor, screen).then(() => "extended", reasonOf);
    expect(await beat).toBe(expected);
  }),
  onScreen("release", async (model, { db, actor, reviewer, sample, screen }) => {
    model.release(reviewer, sample, screen.leaseToken);
    await releaseLease(db, actor, screen);
  }),
  ...VERDICTS.map((verdict) =>
    onScreen(verdict, async (model, { db, actor, reviewer, sample, screen }) => {
      const request = makeVerdict(screen, verdict);
      const expected = model.submit(reviewer, sample, request);
      const outcome = await recordReview(db, actor, request).then(() => undefined, reasonOf);
      expect(outcome).toBe(expected);
    }),
  ),
  age.map((reviewAge) =>
    step(`retry(${reviewAge})`, async (model, { db, actors }) => {
      const review = model.reviews.at(-1 - reviewAge);
      const actor = actors[review?.reviewer ?? 0];
      if (!review || !actor) return;
      expect(await recordReview(db, actor, review.request)).toEqual(review.answer);
    }),
  ),
  age.map((reviewAge) =>
    step(`undo(${reviewAge})`, async (model, { db, actors, screens }) => {
      const review = model.reviews.at(-1 - reviewAge);
      const actor = actors[review?.reviewer ?? 0];
      if (!review || !actor) return;
      const expected = model.undo(review);
      const outcome = await undoReview(db, actor, review.request.id).catch(reasonOf);
      if (typeof outcome === "object") screens[review.reviewer]?.push(outcome);
      expect(typeof outcome === "object" ? undefined : outcome).toBe(expected);
    }),
  ),
];

/** Runs a step on both sides, then compares all that can be seen. */
function step(name: string, run: (model: ReviewModel, real: Real) => Promise<void>): Step {
  return {
    check: () => true,
    async run(model, real) {
      await run(model, real);
      await expectAgreement(model, real);
    },
    toString: () => name,
  };
}

interface Screen {
  db: Database;
  actor: Actor;
  reviewer: number;
  sample: number;
  screen: LeasedSample;
}

/** A step with what one of a reviewer's tabs shows, which may have gone to others since. */
function onScreen(
  name: Verdict | "heartbeat" | "release",
  run: (model: ReviewModel, screen: Screen) => Promise<void>,
): fc.Arbitrary<Step> {
  return fc.tuple(reviewerIndex, age).map(([reviewer, screenAge]) =>
    step(
      `${name}(${reviewer}, ${screenAge})`,
      async (model, { db, actors, sampleIds, screens }) => {
        const [actor, screen] = [actors[reviewer], screens[reviewer]?.at(-1 - screenAge)];
        if (!actor || !screen) return;
        await run(model, {
          db,
          actor,
          reviewer,
          screen,
          sample: sampleIds.indexOf(screen.sampleId),
        });
      },
    ),
  );
}

async function expectClaim(
  { db, actors, sampleIds, screens }: Real,
  reviewer: number,
  request: { includeSkipped: boolean; sampleId?: number },
  expected: number | undefined | string,
) {
  const actor = actors[reviewer];
  if (!actor) return;
  const outcome = await claimSample(db, actor, request).catch(reasonOf);
  if (typeof outcome === "string" || outcome === null) {
    expect(outcome ?? undefined).toBe(expected);
    return;
  }
  expect(sampleIds.indexOf(outcome.sampleId)).toBe(expected);
  screens[reviewer]?.push(outcome);
}

async function expectAgreement(model: ReviewModel, { db, actors, sampleIds }: Real) {
  const seen = await db.$queryRaw`
    SELECT state::text, round, lease_token AS token, lease_owner_id AS owner,
      coalesce(lease_expires_at > now(), false) AS "isLive"
    FROM queue_item ORDER BY sample_id`;
  const wanted = model.samples.map((sample) => ({
    ...sample,
    owner: sample.owner === undefined ? null : actors[sample.owner]?.userId,
  }));
  expect(seen).toEqual(wanted);

  const pairs = (rows: { userId: string; sampleId: number }[]) =>
    rows
      .map(({ userId, sampleId }) => {
        const reviewer = actors.findIndex((actor) => actor.userId === userId);
        return `${reviewer}:${sampleIds.indexOf(sampleId)}`;
      })
      .sort();
  expect(pairs(await db.skippedSample.findMany())).toEqual([...model.skips].sort());
  expect(pairs(await db.draft.findMany())).toEqual([...model.drafts].sort());

  const undone = model.reviews.filter(({ isUndone }) => isUndone);
  const counts = await Promise.all([
    db.review.count(),
    db.reviewUndo.count(),
    db.auditEvent.count(),
  ]);
  expect(counts).toEqual([
    model.reviews.length,
    undone.length,
    model.reviews.length + undone.length,
  ]);
}

function reasonOf(error: unknown): string {
  if (error instanceof DomainError) return error.reason;
  throw error;
}
