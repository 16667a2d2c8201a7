import { randomUUID } from "node:crypto";
import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import type { Actor } from "../auth/actor.ts";
import { listSamples } from "../samples/list-samples.ts";
import { claimSample } from "./claim-sample.ts";
import { heartbeatLease } from "./heartbeat-lease.ts";
import { recordReview } from "./record-review.ts";
import type { LeasedSample, Verdict } from "./review.schema.ts";
import { saveDraft } from "./save-draft.ts";
import { claimNext } from "./testing/claim-next.ts";
import { expireLeases } from "./testing/expire-leases.ts";
import { makeVerdict } from "./testing/make-verdict.ts";
import { undoReview } from "./undo-review.ts";

const CHECKLIST = [true, false, true, false];

dbTest.for(["accept", "correct", "reject"] as const)(
  "undo of %s gives the sample back as it was on screen",
  async (verdict, { db }) => {
    const made = await makeSample(db);
    const { actor } = await makeUser(db);
    const { sample, request } = await decide(db, actor, verdict);

    const undone = await undoReview(db, actor, request.id);

    expect(undone).toMatchObject({
      sampleId: sample.sampleId,
      leaseToken: sample.leaseToken + 1,
      round: 2,
      ir: { id: made.irId, version: 1, raw: made.irRaw },
      draft: {
        baseIrId: made.irId,
        irRaw: "irRaw" in request ? request.irRaw : made.irRaw,
        note: "a note",
        checklist: CHECKLIST,
      },
    });
    expect(await db.review.count()).toBe(1);
    expect(await db.reviewUndo.findMany()).toMatchObject([
      { reviewId: request.id, userId: actor.userId },
    ]);
    expect(await db.auditEvent.count({ where: { action: "review.undone" } })).toBe(1);
  },
);

dbTest("after an undo the reviewer can decide anew, and undo that", async ({ db }) => {
  await makeSample(db);
  const { actor } = await makeUser(db);
  const { request: first } = await decide(db, actor, "correct");
  const second = makeVerdict(await undoReview(db, actor, first.id), "correct");
  await recordReview(db, actor, second);

  expect(await db.review.findMany({ orderBy: { round: "asc" } })).toMatchObject([
    { round: 1 },
    { round: 2 },
  ]);
  expect(
    (await db.ir.findMany({ orderBy: { version: "asc" } })).map(({ version }) => version),
  ).toEqual([1, 2, 3]);
  await expect(undoReview(db, actor, first.id)).rejects.toMatchObject({ reason: "lease_lost" });
  const again = await undoReview(db, actor, second.id);
  expect(again).toMatchObject({
    round: 3,
    ir: { version: 1 },
    draft: { irRaw: "irRaw" in second && second.irRaw },
  });
  await recordReview(db, actor, makeVerdict(again, "accept"));
  expect(await db.queueItem.findMany()).toMatchObject([{ state: "accepted", round: 3 }]);
});

dbTest("an undo sent again, five times in parallel too, undoes once", async ({ db }) => {
  await makeSample(db);
  const { actor } = await makeUser(db);
  const { request } = await decide(db, actor, "accept");
  const undo = () => undoReview(db, actor, request.id);

  const answers = await Promise.all([undo(), undo(), undo(), undo(), undo()]);
  answers.push(await undo());

  expect(new Set(answers.map(({ leaseToken, round }) => `${leaseToken} ${round}`))).toEqual(
    new Set(["2 2"]),
  );
  expect(await db.reviewUndo.count()).toBe(1);
  await expireLeases(db);
  const bob = await makeUser(db);
  await claimNext(db, bob.actor);
  await expect(undo()).rejects.toMatchObject({ code: "conflict", reason: "lease_lost" });
});

dbTest(
  "a retried verdict that was undone gets its first answer and changes nothing",
  async ({ db }) => {
    await makeSample(db);
    const { actor } = await makeUser(db);
    const { request } = await decide(db, actor, "accept");
    await undoReview(db, actor, request.id);

    await expect(recordReview(db, actor, request)).resolves.toMatchObject({
      sampleState: "accepted",
    });
    expect(await db.queueItem.findMany()).toMatchObject([{ state: "pending", round: 2 }]);
  },
);

dbTest("what the reviewer held goes back to the queue, with its draft", async ({ db }) => {
  await makeCorpus(db, { samples: 2 });
  const ada = await makeUser(db);
  const bob = await makeUser(db);
  const { request } = await decide(db, ada.actor, "accept");
  const held = await claimNext(db, ada.actor);
  await saveDraft(db, ada.actor, held.sampleId, {
    baseIrId: held.ir.id,
    irRaw: "{ half",
    checklist: CHECKLIST,
    note: null,
  });

  await undoReview(db, ada.actor, request.id);

  await expect(heartbeatLease(db, ada.actor, held)).rejects.toMatchObject({ reason: "lease_lost" });
  expect(await claimNext(db, bob.actor)).toMatchObject({ sampleId: held.sampleId, draft: null });
  expect(await db.draft.findMany({ where: { sampleId: held.sampleId } })).toMatchObject([
    { irRaw: "{ half" },
  ]);
});

dbTest(
  "undo of a skip takes the sample back and forgets the skip, but not the draft",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db);
    const sample = await claimNext(db, ada.actor);
    const draft = { baseIrId: sample.ir.id, irRaw: "{ half", checklist: CHECKLIST, note: "later" };
    await saveDraft(db, ada.actor, sample.sampleId, draft);
    const skip = makeVerdict(sample, "skip");
    await recordReview(db, ada.actor, skip);

    const undone = await undoReview(db, ada.actor, skip.id);

    expect(undone).toMatchObject({ sampleId: sample.sampleId, round: 2, draft });
    expect(await db.skippedSample.count()).toBe(0);
  },
);

dbTest(
  "a skip cannot be undone while another works on the sample or has decided it",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db);
    const bob = await makeUser(db, { name: "Bob" });
    const { request: skip } = await decide(db, ada.actor, "skip");
    const taken = await claimNext(db, bob.actor);
    const undo = () => undoReview(db, ada.actor, skip.id);

    await expect(undo()).rejects.toMatchObject({
      reason: "leased_by_other",
      message: expect.stringContaining("Bob"),
    });
    await recordReview(db, bob.actor, makeVerdict(taken, "accept"));
    await expect(undo()).rejects.toMatchObject({
      reason: "already_decided",
      message: expect.stringContaining("Bob"),
    });
    expect(await db.reviewUndo.count()).toBe(0);
    expect(await db.skippedSample.count()).toBe(1);
  },
);

dbTest("only the last verdict, and only one's own, can be undone", async ({ db }) => {
  await makeSample(db);
  const ada = await makeUser(db);
  const admin = await makeUser(db, { role: "admin" });
  const { request: skip } = await decide(db, ada.actor, "skip");
  const again = await claimSample(db, ada.actor, { includeSkipped: true });
  const accept = makeVerdict(again as LeasedSample, "accept");
  await recordReview(db, ada.actor, accept);

  await expect(undoReview(db, ada.actor, skip.id)).rejects.toMatchObject({ reason: "not_latest" });
  await expect(undoReview(db, admin.actor, accept.id)).rejects.toMatchObject({
    code: "forbidden",
    reason: "not_your_review",
  });
  await expect(undoReview(db, ada.actor, randomUUID())).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(undoReview(db, ada.actor, accept.id)).resolves.toMatchObject({ round: 2 });
});

dbTest(
  "a reader sees a sample before or after an undo, never both and never neither",
  async ({ db, connect }) => {
    await makeSample(db);
    const { actor } = await makeUser(db);
    const reader = connect({ poolSize: 2 });
    const end = new AbortController();
    const seen = (async () => {
      const combinations = new Set<string>();
      while (!end.signal.aborted) {
        const { rows } = await listSamples(reader, actor, { limit: 10 });
        combinations.add(
          rows
            .map((row) => `${row.state} ${row.decidedBy !== null} ${row.leasedBy !== null}`)
            .join(),
        );
      }
      return combinations;
    })();

    for (let turn = 0; turn < 25; turn += 1) {
      const { request } = await decide(db, actor, "accept");
      await undoReview(db, actor, request.id);
    }
    end.abort();

    const allowed = ["pending false false", "pending false true", "accepted true false"];
    expect(allowed).toEqual(expect.arrayContaining([...(await seen)]));
  },
);

async function decide(db: Database, actor: Actor, verdict: Verdict) {
  const sample = await claimNext(db, actor);
  const request = makeVerdict(sample, verdict, { note: "a note", checklist: CHECKLIST });
  await recordReview(db, actor, request);
  return { sample, request };
}
