import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import type { FewShotRecipe } from "../few-shot.schema.ts";
import { archiveFewShotSet } from "./archive-few-shot-set.ts";
import { getFewShotSet } from "./get-few-shot-set.ts";
import { listFewShotSets } from "./list-few-shot-sets.ts";
import { previewFewShotSet } from "./preview-few-shot-set.ts";
import { saveFewShotSet } from "./save-few-shot-set.ts";

/** Ten samples in two categories; all are accepted but for the first two. */
async function makeReviewed(db: Database) {
  const samples = await makeCorpus(db, {
    samples: 10,
    categories: ["mathematical", "control_flow"],
  });
  const accepted = samples.slice(2);
  await db.queueItem.updateMany({
    where: { sampleId: { in: accepted.map(({ sampleId }) => sampleId) } },
    data: { state: "accepted" },
  });
  const { actor } = await makeUser(db, { role: "admin" });
  return { actor, samples, accepted };
}

const drawn = (perCategory: number, seed = "7"): FewShotRecipe => ({
  kind: "accepted",
  perCategory,
  seed,
});

dbTest("draws accepted samples of each category, the same for a seed", async ({ db }) => {
  const { actor, samples } = await makeReviewed(db);
  const preview = await previewFewShotSet(db, actor, drawn(2));
  expect(preview).toMatchObject({
    exampleCount: 4,
    byCategory: [
      { category: "control_flow", count: 2 },
      { category: "mathematical", count: 2 },
    ],
    isTokensCounted: false,
    warnings: [],
  });
  expect(preview.tokens).toBeGreaterThan(400);
  const sonnet = preview.costs.find(({ model }) => model === "claude-sonnet-5-5");
  expect(sonnet?.firstUsd).toBeCloseTo((preview.tokens * 2.5) / 1e6, 9);
  expect(sonnet?.cachedUsd).toBeCloseTo((preview.tokens * 0.1) / 1e6, 9);
  expect(await previewFewShotSet(db, actor, drawn(2))).toEqual(preview);
  const ids = async (seed: string) =>
    (await previewFewShotSet(db, actor, drawn(2, seed))).examples.map(({ sampleId }) => sampleId);
  const draws = await Promise.all(["1", "2", "3", "4", "5"].map(ids));
  expect(new Set(draws.map(String)).size).toBeGreaterThan(1);
  const unreviewed = samples.slice(0, 2).map(({ sampleId }) => sampleId);
  expect(draws.flat().filter((id) => unreviewed.includes(id))).toEqual([]);

  const greedy = await previewFewShotSet(db, actor, drawn(9));
  expect(greedy.exampleCount).toBe(8);
  expect(greedy.warnings).toEqual([
    "control_flow has 4 of 9 examples: no more samples are accepted.",
    "mathematical has 4 of 9 examples: no more samples are accepted.",
  ]);
});

dbTest("one family gives a second example only after all others gave one", async ({ db }) => {
  const { actor, accepted } = await makeReviewed(db);
  const mathematical = accepted.filter((_, index) => index % 2 === 0).slice(0, 3);
  await db.prompt.updateMany({
    where: { id: { in: mathematical.map(({ promptId }) => promptId) } },
    data: { family: "one" },
  });
  const relatives = new Set(mathematical.map(({ sampleId }) => sampleId));
  for (const seed of ["1", "2", "3", "4", "5", "6"]) {
    const { examples } = await previewFewShotSet(db, actor, drawn(2, seed));
    const shown = examples.filter(({ sampleId }) => relatives.has(sampleId));
    expect(shown.length).toBe(1);
  }
});

dbTest("never shows what the benchmark asks, nor what is unread or broken", async ({ db }) => {
  const { actor, samples, accepted } = await makeReviewed(db);
  const [benchmark, broken, archived, ...good] = accepted;
  const promptId = benchmark?.promptId ?? 0;
  await db.benchmarkCase.create({
    data: { promptId, name: "b", functionName: "b", testCases: "[]" },
  });
  await db.ir.updateMany({ where: { id: broken?.irId ?? "" }, data: { isSchemaValid: false } });
  await db.prompt.update({
    where: { id: archived?.promptId ?? 0 },
    data: { archivedAt: new Date() },
  });
  const { examples } = await previewFewShotSet(db, actor, drawn(10));
  expect(new Set(examples.map(({ sampleId }) => sampleId))).toEqual(
    new Set(good.map(({ sampleId }) => sampleId)),
  );
  const bad = [benchmark, broken, archived, samples[0]].map((sample) => sample?.sampleId ?? 0);
  const recipe = { kind: "by_hand", sampleIds: [good[0]?.sampleId ?? 0, ...bad, 99_999] } as const;
  const refusal = saveFewShotSet(db, actor, {
    name: "x",
    recipe: { ...recipe, sampleIds: [...recipe.sampleIds] },
  });
  await expect(refusal).rejects.toMatchObject({
    code: "invalid_input",
    reason: "bad_examples",
    problems: [1, 2, 3, 4, 5].map((index) => ({ path: `/recipe/sampleIds/${index}` })),
  });
  expect(await db.fewShotSet.count()).toBe(0);
});

dbTest(
  "never shows what a dataset keeps for its test, nor the rest of that family",
  async ({ db }) => {
    const { actor, accepted } = await makeReviewed(db);
    const [test, relative, training, ...rest] = accepted;
    const inFamily = [test, relative].map((sample) => sample?.promptId ?? 0);
    await db.prompt.updateMany({ where: { id: { in: inFamily } }, data: { family: "one" } });
    const { id: datasetId } = await db.dataset.create({
      data: {
        title: "x",
        recipe: {},
        contentSha256: "0",
        systemPromptSha256: "0",
        itemCount: 2,
        pairCount: 0,
        summary: {},
        createdById: actor.userId,
      },
    });
    for (const [position, sample] of [test, training].entries()) {
      await db.datasetItem.create({
        data: {
          datasetId,
          position,
          split: position === 0 ? "test" : "train",
          sampleId: sample?.sampleId ?? 0,
          promptId: sample?.promptId ?? 0,
          irId: sample?.irId ?? "",
          groupKey: String(position),
          verdict: "accepted",
        },
      });
    }
    const { examples } = await previewFewShotSet(db, actor, drawn(10));
    expect(new Set(examples.map(({ sampleId }) => sampleId))).toEqual(
      new Set([training, ...rest].map((sample) => sample?.sampleId ?? 0)),
    );
  },
);

dbTest("a set is never changed: what differs is its next version", async ({ db }) => {
  const { actor, accepted } = await makeReviewed(db);
  const byHand = (ids: number[]): FewShotRecipe => ({ kind: "by_hand", sampleIds: ids });
  const [one = 0, two = 0] = accepted.map(({ sampleId }) => sampleId);
  const first = await saveFewShotSet(db, actor, { name: "good", recipe: byHand([two, one, two]) });
  expect(first).toMatchObject({ version: 1, isNewest: true, exampleCount: 2, runCount: 0 });
  expect(first.examples.map(({ sampleId }) => sampleId)).toEqual([two, one]);
  expect(first.examples[1]).toMatchObject({
    prompt: accepted[0]?.promptText,
    irRaw: accepted[0]?.irRaw,
  });
  const same = await saveFewShotSet(db, actor, { name: "good", recipe: byHand([two, one]) });
  expect(same.id).toBe(first.id);
  const second = await saveFewShotSet(db, actor, { name: "good", recipe: byHand([one]) });
  expect(second).toMatchObject({ version: 2, isNewest: true, exampleCount: 1 });
  const saves = ["a", "b", "c"].map((seed) =>
    saveFewShotSet(db, actor, { name: "drawn", recipe: drawn(1, seed) }),
  );
  await Promise.all(saves);

  // A sample that is corrected later does not change the set.
  await db.queueItem.updateMany({ data: { state: "rejected" } });
  expect(await getFewShotSet(db, actor, first.id)).toEqual({ ...first, isNewest: false });
  const list = await listFewShotSets(db, actor);
  const good = list.filter(({ name }) => name === "good");
  expect(good.map(({ version, isNewest }) => [version, isNewest])).toEqual([
    [2, true],
    [1, false],
  ]);
  await archiveFewShotSet(db, actor, second.id);
  await expect(archiveFewShotSet(db, actor, second.id)).rejects.toMatchObject({
    code: "not_found",
  });
  const rest = (await listFewShotSets(db, actor)).filter(({ name }) => name === "good");
  expect(rest).toMatchObject([{ version: 1, isNewest: true }]);
  expect(await getFewShotSet(db, actor, second.id)).toMatchObject({ version: 2, isNewest: false });
  await db.queueItem.updateMany({ data: { state: "accepted" } });
  const third = await saveFewShotSet(db, actor, { name: "good", recipe: byHand([one]) });
  expect(third.version).toBe(3);
});

dbTest("nothing that is accepted is no set", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  expect(await previewFewShotSet(db, actor, drawn(2))).toMatchObject({
    exampleCount: 0,
    tokens: 0,
  });
  const saving = saveFewShotSet(db, actor, { name: "x", recipe: drawn(2) });
  await expect(saving).rejects.toMatchObject({ reason: "no_examples" });
});
