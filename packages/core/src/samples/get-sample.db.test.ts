import { randomUUID } from "node:crypto";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { recordReview } from "../reviews/record-review.ts";
import { claimNext } from "../reviews/testing/claim-next.ts";
import { makeVerdict } from "../reviews/testing/make-verdict.ts";
import { undoReview } from "../reviews/undo-review.ts";
import { getSample } from "./get-sample.ts";
import { sampleDetailSchema } from "./sample.schema.ts";

dbTest(
  "a sample shows its neighbours, its versions and all that happened to it in order",
  async ({ db }) => {
    const admin = await makeUser(db, { role: "admin", name: "Root" });
    const ada = await makeUser(db, { name: "Ada" });
    const bob = await makeUser(db, { name: "Bob" });
    const made = await makeCorpus(db, { samples: 3 });
    const [older, sample, newer] = made.map(({ sampleId }) => sampleId);
    if (sample === undefined) throw new Error("no sample");
    await attachImport();
    const skip = makeVerdict(await claimNext(db, ada.actor, sample), "skip");
    await recordReview(db, ada.actor, skip);
    const correct = makeVerdict(await claimNext(db, bob.actor, sample), "correct", {
      note: "fixed",
    });
    await recordReview(db, bob.actor, correct);
    const accept = makeVerdict(await undoReview(db, bob.actor, correct.id), "accept");
    await recordReview(db, bob.actor, accept);

    const detail = await getSample(db, ada.actor, sample);

    expect(sampleDetailSchema.parse(detail)).toEqual(detail);
    expect(detail).toMatchObject({
      sampleId: sample,
      state: "accepted",
      decidedBy: "Bob",
      currentIrId: made[1]?.irId,
      prompt: { id: made[1]?.promptId, text: made[1]?.promptText },
      benchmark: null,
      newerSampleId: newer,
      olderSampleId: older,
      irVersions: [
        { id: made[1]?.irId, version: 1, origin: "imported", raw: made[1]?.irRaw, author: null },
        {
          version: 2,
          origin: "corrected",
          raw: "irRaw" in correct && correct.irRaw,
          author: "Bob",
        },
      ],
      history: [
        { kind: "imported", by: "Root", fileName: "prompts.jsonl", irVersion: 1 },
        { kind: "review", by: "Ada", reviewId: skip.id, verdict: "skip", reasons: ["unsure"] },
        {
          kind: "review",
          by: "Bob",
          reviewId: correct.id,
          verdict: "correct",
          note: "fixed",
          irVersionBefore: 1,
          irVersionAfter: 2,
        },
        { kind: "undo", by: "Bob", reviewId: correct.id },
        { kind: "review", by: "Bob", reviewId: accept.id, irVersionBefore: 1, irVersionAfter: 1 },
      ],
    });
    expect(await getSample(db, ada.actor, newer ?? 0)).toMatchObject({ newerSampleId: null });

    async function attachImport() {
      const { id } = await db.import.create({
        data: {
          fileName: "prompts.jsonl",
          storageKey: randomUUID(),
          byteCount: 1n,
          sha256: "",
          createdById: admin.id,
        },
      });
      await db.sample.update({ where: { id: sample ?? 0 }, data: { importId: id } });
    }
  },
);

dbTest("a benchmark prompt names its test", async ({ db }) => {
  const [made] = await makeCorpus(db, { samples: 1 });
  const { actor } = await makeUser(db);
  await db.benchmarkCase.create({
    data: {
      promptId: made?.promptId ?? 0,
      name: "find first",
      functionName: "find",
      testCases: "[]",
    },
  });
  expect(await getSample(db, actor, made?.sampleId ?? 0)).toMatchObject({
    isBenchmark: true,
    benchmark: { name: "find first", functionName: "find" },
    olderSampleId: null,
    newerSampleId: null,
  });
});

dbTest("a sample that is not there is not found, however large its number", async ({ db }) => {
  const { actor } = await makeUser(db);
  for (const id of [1, 2 ** 40]) {
    await expect(getSample(db, actor, id)).rejects.toMatchObject({ code: "not_found" });
  }
});

dbTest("a sample says which model wrote it", async ({ db }) => {
  const admin = await makeUser(db, { role: "admin" });
  const [made] = await makeCorpus(db, { samples: 1 });
  if (made === undefined) throw new Error("no sample");
  await db.ir.update({
    where: { id: made.irId },
    data: { origin: "generated", provider: "anthropic", model: "claude-x", promptVersion: "ir-1" },
  });
  const detail = await getSample(db, admin.actor, made.sampleId);
  expect(detail.history).toMatchObject([
    { kind: "generated", provider: "anthropic", model: "claude-x", irVersion: 1 },
  ]);
});
