import { randomUUID } from "node:crypto";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { recordReview } from "../reviews/record-review.ts";
import { claimNext } from "../reviews/testing/claim-next.ts";
import { makeVerdict } from "../reviews/testing/make-verdict.ts";
import { undoReview } from "../reviews/undo-review.ts";
import { datasetTest } from "../datasets/testing/dataset-test.ts";
import { makeAcceptedBlueprints } from "../datasets/testing/make-accepted-blueprints.ts";
import { PRESETS } from "../training/presets.ts";
import { startTrainingRun } from "../training/start-training-run.ts";
import { getOverview } from "./get-overview.ts";
import { overviewSchema } from "./overview.schema.ts";

const NONE = { pending: 0, accepted: 0, corrected: 0, rejected: 0 };

dbTest("an empty studio counts nothing, over seven days", async ({ db }) => {
  const { actor } = await makeUser(db);
  const overview = await getOverview(db, actor);
  expect(overviewSchema.parse(overview)).toEqual(overview);
  expect(overview).toMatchObject({
    prompts: 0,
    promptsWithoutIr: 0,
    samples: NONE,
    categories: [],
    lastImports: [],
    reviewers: null,
    made: null,
  });
  expect(overview.verdictsLast7Days).toHaveLength(7);
  expect(overview.verdictsLast7Days.at(-1)?.day).toBe(new Date().toISOString().slice(0, 10));
});

dbTest("every standing verdict is counted once", async ({ db }) => {
  const admin = await makeUser(db, { role: "admin", name: "Root" });
  const ada = await makeUser(db, { name: "Ada" });
  await makeCorpus(db, {
    samples: 7,
    each: (index) => ({ category: index < 4 ? "mathematical" : null }),
  });
  await db.prompt.createMany({
    data: [
      { text: "without an IR", textSha256: "1" },
      { text: "archived", textSha256: "2", archivedAt: new Date() },
    ],
  });
  for (const verdict of ["accept", "correct", "reject", "skip"] as const) {
    await recordReview(db, ada.actor, makeVerdict(await claimNext(db, ada.actor), verdict));
  }
  const undone = makeVerdict(await claimNext(db, ada.actor), "accept");
  await recordReview(db, ada.actor, undone);
  await undoReview(db, ada.actor, undone.id);
  await db.$executeRaw`UPDATE review SET created_at = created_at - interval '8 days' WHERE verdict = 'reject'`;
  for (let index = 0; index < 6; index += 1) {
    await db.import.create({
      data: { fileName: `${index}.jsonl`, storageKey: randomUUID(), byteCount: 1n, sha256: "" },
    });
  }

  const overview = await getOverview(db, admin.actor);

  expect(overviewSchema.parse(overview)).toEqual(overview);
  expect(overview).toMatchObject({
    prompts: 8,
    promptsWithoutIr: 1,
    samples: { pending: 4, accepted: 1, corrected: 1, rejected: 1 },
    categories: [
      { category: "mathematical", pending: 1, accepted: 1, corrected: 1, rejected: 1 },
      { ...NONE, category: null, pending: 3 },
    ],
    reviewers: [
      { name: "Ada", accepted: 1, corrected: 1, rejected: 1 },
      { name: "Root", accepted: 0, corrected: 0, rejected: 0 },
    ],
  });
  expect(overview.lastImports.map(({ fileName }) => fileName)).toEqual(
    [5, 4, 3, 2, 1].map((index) => `${index}.jsonl`),
  );
  expect(overview.verdictsLast7Days.at(-1)).toMatchObject({
    accepted: 1,
    corrected: 1,
    rejected: 0,
    skipped: 1,
  });
});

datasetTest("an admin sees what was made of the corpus", async ({ db, admin, freeze }) => {
  await makeAcceptedBlueprints(db, 60);
  const dataset = await freeze();
  const order = { datasetId: dataset.id, preset: "smoke" as const, config: PRESETS.smoke.config };
  await startTrainingRun(db, admin, { ...order, requestKey: randomUUID() });

  const overview = await getOverview(db, admin);

  expect(overviewSchema.parse(overview)).toEqual(overview);
  expect(overview.made).toEqual({
    datasets: 1,
    newestDatasetSamples: 60,
    trainings: 1,
    trainingsUnderWay: 1,
    adapters: 0,
    evaluations: 0,
    evaluationsUnderWay: 0,
  });
});
