import { randomUUID } from "node:crypto";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { checkIrs } from "../findings/check-irs.ts";
import { STORED_CHECKS_VERSION } from "../findings/stored-checks-version.ts";
import { addImplementation } from "../implementations/add-implementation.ts";
import { writeSandboxState } from "../findings/sandbox-state.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { undoReview } from "./undo-review.ts";
import { sha256Hex } from "../database/sha256.ts";
import { recordReview } from "./record-review.ts";
import { recordedReviewSchema, recordReviewSchema } from "./review.schema.ts";
import { saveDraft } from "./save-draft.ts";
import { claimNext } from "./testing/claim-next.ts";
import { expireLeases } from "./testing/expire-leases.ts";
import { makeVerdict } from "./testing/make-verdict.ts";

const CHECKLIST = [true, false, true, false];

dbTest.for([
  ["accept", "accepted"],
  ["correct", "corrected"],
  ["reject", "rejected"],
  ["skip", "pending"],
] as const)("%s makes the sample %s and ends the lease", async ([verdict, state], { db }) => {
  await makeSample(db);
  const { actor } = await makeUser(db);
  const sample = await claimNext(db, actor);
  const request = makeVerdict(sample, verdict, { note: "a note", checklist: CHECKLIST });
  expect(recordReviewSchema.parse(request)).toEqual(request);

  const answer = await recordReview(db, actor, request);

  expect(recordedReviewSchema.parse(answer)).toEqual({
    reviewId: request.id,
    sampleId: sample.sampleId,
    verdict,
    sampleState: state,
  });
  const item = await db.queueItem.findUniqueOrThrow({ where: { sampleId: sample.sampleId } });
  expect(item).toMatchObject({ state, round: 1, leaseOwnerId: null, leaseExpiresAt: null });
  const review = await db.review.findUniqueOrThrow({ where: { id: request.id } });
  expect(review).toMatchObject({
    round: 1,
    leaseToken: sample.leaseToken,
    reviewerId: actor.userId,
    note: "a note",
    checklist: CHECKLIST,
    reasons: "reasons" in request ? request.reasons : [],
    irBeforeId: sample.ir.id,
    irAfterId: item.currentIrId,
  });
  const audit = await db.auditEvent.findMany({ where: { subjectType: "sample" } });
  expect(audit).toMatchObject([
    { action: `sample.${verdict === "skip" ? "skipped" : state}`, actorId: actor.userId },
  ]);
});

dbTest("a correction becomes the next version of the IR, byte for byte", async ({ db }) => {
  const made = await makeSample(db);
  const { actor } = await makeUser(db);
  const sample = await claimNext(db, actor);
  const irRaw = `${made.irRaw.replace('"intent": {', '"intent": { "rationale": "\\u00e9 \\u0000 \\ud800 ½",')}\r\n `;

  await recordReview(db, actor, makeVerdict(sample, "correct", { irRaw }));

  const versions = await db.ir.findMany({ orderBy: { version: "asc" } });
  expect(versions).toMatchObject([
    { version: 1, origin: "imported", raw: made.irRaw },
    {
      version: 2,
      origin: "corrected",
      raw: irRaw,
      sha256: sha256Hex(irRaw),
      doc: null,
      isSchemaValid: true,
      authorId: actor.userId,
    },
  ]);
});

dbTest(
  "a deciding verdict ends its reviewer's draft; a skip and other people keep theirs",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db);
    const bob = await makeUser(db);
    const draft = { irRaw: "{", checklist: CHECKLIST, note: null };

    const skipped = await claimNext(db, ada.actor);
    await saveDraft(db, ada.actor, skipped.sampleId, { ...draft, baseIrId: skipped.ir.id });
    await recordReview(db, ada.actor, makeVerdict(skipped, "skip"));
    const accepted = await claimNext(db, bob.actor);
    await saveDraft(db, bob.actor, accepted.sampleId, { ...draft, baseIrId: accepted.ir.id });
    await recordReview(db, bob.actor, makeVerdict(accepted, "accept"));

    expect(await db.draft.findMany()).toMatchObject([{ userId: ada.id, irRaw: "{" }]);
  },
);

dbTest("a verdict sent again gets the first answer, five times in parallel too", async ({ db }) => {
  await makeCorpus(db, { samples: 3 });
  const { actor } = await makeUser(db);
  for (const verdict of ["accept", "correct", "skip"] as const) {
    const request = makeVerdict(await claimNext(db, actor), verdict);
    const send = () => recordReview(db, actor, request);
    const answers = await Promise.all([send(), send(), send(), send(), send()]);
    expect(new Set([...answers, await send()].map((answer) => JSON.stringify(answer))).size).toBe(
      1,
    );
    expect(await db.review.count({ where: { id: request.id } })).toBe(1);
  }
  expect(await db.ir.count()).toBe(4);
  expect(await db.draft.count()).toBe(0);
  expect(await db.auditEvent.count()).toBe(3);
});

dbTest("a review id stands for one request of one person", async ({ db }) => {
  await makeCorpus(db, { samples: 2 });
  const ada = await makeUser(db);
  const bob = await makeUser(db);
  const request = makeVerdict(await claimNext(db, ada.actor), "accept");
  const first = await recordReview(db, ada.actor, request);
  const reused = { code: "invalid_input", reason: "key_reused" };

  await expect(recordReview(db, ada.actor, { ...request, note: "other" })).rejects.toMatchObject(
    reused,
  );
  await expect(recordReview(db, bob.actor, request)).rejects.toMatchObject(reused);
  const next = await claimNext(db, ada.actor);
  await expect(
    recordReview(db, ada.actor, makeVerdict(next, "reject", { id: request.id })),
  ).rejects.toMatchObject(reused);
  expect(await recordReview(db, ada.actor, request)).toEqual(first);
  expect(await db.review.count()).toBe(1);
  expect(await claimNext(db, ada.actor)).toMatchObject({ leaseToken: next.leaseToken });
});

dbTest(
  "one review id on two samples at the same moment decides only one of them",
  async ({ db }) => {
    await makeCorpus(db, { samples: 2 });
    const ada = await makeUser(db);
    const bob = await makeUser(db);
    const id = randomUUID();
    const requests = [
      { actor: ada.actor, request: makeVerdict(await claimNext(db, ada.actor), "accept", { id }) },
      { actor: bob.actor, request: makeVerdict(await claimNext(db, bob.actor), "accept", { id }) },
    ];

    const outcomes = await Promise.allSettled(
      requests.map(({ actor, request }) => recordReview(db, actor, request)),
    );

    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "key_reused" },
    });
    expect(await db.queueItem.count({ where: { state: "accepted" } })).toBe(1);
  },
);

dbTest("two reviewers cannot both decide one sample", async ({ db }) => {
  await makeSample(db);
  const ada = await makeUser(db, { name: "Ada" });
  const bob = await makeUser(db, { name: "Bob" });
  const late = makeVerdict(await claimNext(db, ada.actor), "correct", { note: "mine" });
  await expireLeases(db);
  const current = makeVerdict(await claimNext(db, bob.actor), "reject");

  const outcomes = await Promise.allSettled([
    recordReview(db, ada.actor, late),
    recordReview(db, bob.actor, current),
  ]);

  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  expect(await db.review.findMany()).toMatchObject([{ reviewerId: bob.id, verdict: "reject" }]);
});

dbTest("a verdict after the lease ran out is refused and kept as the draft", async ({ db }) => {
  await makeSample(db);
  const ada = await makeUser(db);
  const sample = await claimNext(db, ada.actor);
  const late = makeVerdict(sample, "correct", { note: "mine", checklist: CHECKLIST });
  await expireLeases(db);

  await expect(recordReview(db, ada.actor, late)).rejects.toMatchObject({
    code: "conflict",
    reason: "lease_lost",
    message: expect.stringContaining("draft"),
  });

  expect(await db.review.count()).toBe(0);
  expect(await db.ir.count()).toBe(1);
  expect(await claimNext(db, ada.actor)).toMatchObject({
    ir: { raw: sample.ir.raw },
    draft: {
      baseIrId: sample.ir.id,
      irRaw: "irRaw" in late ? late.irRaw : "",
      note: "mine",
      checklist: CHECKLIST,
    },
  });
});

dbTest(
  "a lost accept keeps the checklist and the note, and the text of an earlier draft",
  async ({ db }) => {
    const [one, other] = await makeCorpus(db, { samples: 2 });
    const { actor } = await makeUser(db);
    const lose = async (sampleId: number | undefined) => {
      const sample = await claimNext(db, actor, sampleId);
      await expireLeases(db);
      const late = makeVerdict(sample, "accept", { note: "looks right", checklist: CHECKLIST });
      await expect(recordReview(db, actor, late)).rejects.toMatchObject({ reason: "lease_lost" });
    };
    await saveDraft(db, actor, other?.sampleId ?? 0, {
      baseIrId: other?.irId ?? "",
      irRaw: "{ half",
      checklist: [false, false, false, false],
      note: null,
    });

    await lose(one?.sampleId);
    await lose(other?.sampleId);

    const kept = { note: "looks right", checklist: CHECKLIST };
    expect(await db.draft.findMany({ orderBy: { sampleId: "asc" } })).toMatchObject([
      { ...kept, baseIrId: one?.irId, irRaw: one?.irRaw },
      { ...kept, baseIrId: other?.irId, irRaw: "{ half" },
    ]);
  },
);

dbTest(
  "a late verdict on a sample that another person decided is refused with their name",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db);
    const bob = await makeUser(db, { name: "Bob" });
    const late = makeVerdict(await claimNext(db, ada.actor), "correct");
    await expireLeases(db);
    await recordReview(db, bob.actor, makeVerdict(await claimNext(db, bob.actor), "accept"));

    await expect(recordReview(db, ada.actor, late)).rejects.toMatchObject({
      reason: "already_decided",
      message: expect.stringContaining("Bob already decided this sample: accepted."),
    });
    expect(await db.draft.findMany()).toMatchObject([{ userId: ada.id }]);
  },
);

dbTest("a verdict on an IR that changed meanwhile is refused as stale and kept", async ({ db }) => {
  await makeSample(db);
  const { actor } = await makeUser(db);
  const sample = await claimNext(db, actor);
  const { sampleId, ir } = sample;
  const newer = await db.ir.create({
    data: {
      sampleId,
      version: 2,
      origin: "corrected",
      raw: ir.raw,
      sha256: "",
      isSchemaValid: true,
    },
  });
  await db.queueItem.update({ where: { sampleId }, data: { currentIrId: newer.id } });
  const stale = { code: "conflict", reason: "stale_ir" };

  await expect(recordReview(db, actor, makeVerdict(sample, "correct"))).rejects.toMatchObject(
    stale,
  );
  await expect(
    recordReview(db, actor, { ...makeVerdict(sample, "accept"), baseIrId: randomUUID() }),
  ).rejects.toMatchObject(stale);
  expect(await db.review.count()).toBe(0);
  expect(await db.draft.findMany()).toMatchObject([{ sampleId, baseIrId: ir.id }]);
});

dbTest(
  "an IR that does not fit the schema can be rejected or corrected, not accepted",
  async ({ db }) => {
    const irRaw = '{"intent": {"summary": "Counts the orders"}, "signature": {"name": "Count"}}';
    await makeSample(db, { irRaw, isSchemaValid: false });
    const { actor } = await makeUser(db);
    const sample = await claimNext(db, actor);
    const invalid = { code: "invalid_input", reason: "ir_invalid" };

    await expect(recordReview(db, actor, makeVerdict(sample, "accept"))).rejects.toMatchObject({
      ...invalid,
      problems: expect.arrayContaining([
        expect.objectContaining({ path: "/signature/name" }),
        expect.objectContaining({ path: "/signature/parameters" }),
      ]),
    });
    for (const text of ["not json", "{}", `${irRaw} `]) {
      await expect(
        recordReview(db, actor, makeVerdict(sample, "correct", { irRaw: text })),
      ).rejects.toMatchObject({
        ...invalid,
        problems: expect.arrayContaining([expect.anything()]),
      });
    }
    await expect(
      recordReview(db, actor, makeVerdict(sample, "correct", { irRaw })),
    ).rejects.toMatchObject({ reason: "nothing_changed" });

    expect(await db.review.count()).toBe(0);
    await expect(recordReview(db, actor, makeVerdict(sample, "reject"))).resolves.toMatchObject({
      sampleState: "rejected",
    });
  },
);

dbTest("a verdict on a sample that does not exist is not found", async ({ db }) => {
  await makeSample(db);
  const { actor } = await makeUser(db);
  const request = { ...makeVerdict(await claimNext(db, actor), "accept"), sampleId: 4_711 };
  await expect(recordReview(db, actor, request)).rejects.toMatchObject({ code: "not_found" });
});

dbTest(
  "a corrected IR is checked with its verdict, and an undo brings the risk back",
  async ({ db }) => {
    const { actor } = await makeUser(db);
    const { sampleId, irRaw, irId } = await makeSample(db);
    await checkIrs(makeJobContext(db), { isAgain: false });
    const riskOf = async () => (await db.queueItem.findUniqueOrThrow({ where: { sampleId } })).risk;
    const riskBefore = await riskOf();
    const ir = JSON.parse(irRaw) as object;
    const assertions = [{ predicate: "it works as it should, mostly" }];
    const corrected = JSON.stringify({ ...ir, effects: [], assertions });
    const request = makeVerdict(await claimNext(db, actor), "correct", { irRaw: corrected });
    await recordReview(db, actor, request);

    const { currentIrId } = await db.queueItem.findUniqueOrThrow({ where: { sampleId } });
    expect(currentIrId).not.toBe(irId);
    const check = await db.irCheck.findUniqueOrThrow({ where: { irId: currentIrId } });
    expect(check.checksVersion).toBe(STORED_CHECKS_VERSION);
    expect(await riskOf()).toBe(check.risk);
    expect(check.risk).not.toBe(riskBefore);
    expect(await db.finding.count({ where: { irId: currentIrId } })).toBe(
      check.errorCount + check.warningCount + check.infoCount,
    );

    const again = await undoReview(db, actor, request.id);
    expect(await riskOf()).toBe(riskBefore);
    expect(again.risk?.score).toBe(riskBefore);
  },
);

dbTest("a corrected IR is run where its prompt has an implementation", async ({ db }) => {
  const { actor } = await makeUser(db);
  await writeSandboxState(db, { isOn: true, kind: "test" });
  const [plain, runnable] = await makeCorpus(db, { samples: 2 });
  const orders = () => db.job.count({ where: { name: "gatherEvidence" } });
  await addImplementation(db, actor, runnable?.sampleId ?? 0, { source: "x = 1" });
  await db.job.updateMany({ data: { state: "done" } });
  const correct = async (sampleId?: number) =>
    recordReview(db, actor, makeVerdict(await claimNext(db, actor, sampleId), "correct"));
  await correct(plain?.sampleId);
  expect(await orders()).toBe(1);
  await correct(runnable?.sampleId);
  expect(await orders()).toBe(2);
});
