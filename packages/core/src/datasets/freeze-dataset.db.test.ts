import { readdir } from "node:fs/promises";
import { text } from "node:stream/consumers";
import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { describe, expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { identifyIr } from "../ir/identify-ir.ts";
import { createFolderStorage } from "../storage/folder-storage.ts";
import type { Storage } from "../storage/storage.ts";
import type { ChatRow, PreferenceRow } from "./chat-row.ts";
import { freezeDataset } from "./freeze-dataset.ts";
import { getDataset } from "./get-dataset.ts";
import { listDatasetItems } from "./list-dataset-items.ts";
import { listDatasets } from "./list-datasets.ts";
import { planDataset } from "./plan-dataset.ts";
import { previewDataset } from "./preview-dataset.ts";
import { readDatasetCandidates } from "./read-dataset-candidates.ts";
import { DEFAULT_RECIPE } from "./recipe.schema.ts";
import { datasetTest } from "./testing/dataset-test.ts";
import { makeAcceptedBlueprints } from "./testing/make-accepted-blueprints.ts";

async function readRows<Row>(db: Database, storage: Storage, datasetId: string, name: string) {
  const { storageKey, sha256, byteCount, rowCount } = await db.datasetFile.findUniqueOrThrow({
    where: { datasetId_name: { datasetId, name } },
  });
  const content = await text(storage.read(storageKey));
  expect(sha256Hex(content)).toBe(sha256);
  expect(Buffer.byteLength(content)).toBe(Number(byteCount));
  const rows = content.split("\n").filter((line) => line !== "");
  expect(rows).toHaveLength(rowCount);
  return rows.map((row) => JSON.parse(row) as Row);
}

describe("freezing a dataset", () => {
  datasetTest(
    "writes rows, files and numbers that agree, as the preview said",
    async ({ db, storage, admin, freeze }) => {
      const samples = await makeAcceptedBlueprints(db, 60);
      const preview = await previewDataset(db, admin, { recipe: DEFAULT_RECIPE });
      expect(preview.sameAs).toBeNull();
      const dataset = await freeze();
      expect(dataset).toMatchObject({
        itemCount: 60,
        createdBy: "Ada",
        contentSha256: preview.contentSha256,
        testLookCount: 0,
      });
      const { contentSha256: _hash, sameAs: _same, ...summary } = preview;
      expect(dataset.summary).toEqual(summary);
      expect(summary).toMatchObject({ candidateCount: 60, itemCount: 60, problems: [] });
      expect(summary.leakage.tornGroups).toEqual([]);

      const items = await db.datasetItem.findMany({ orderBy: { position: "asc" } });
      const files: ChatRow[] = [];
      for (const split of ["train", "validation", "test"] as const) {
        const rows = await readRows<ChatRow>(db, storage, dataset.id, `${split}.jsonl`);
        expect(rows).toHaveLength(summary.items[split]);
        expect(rows.length).toBeGreaterThan(0);
        files.push(...rows);
      }
      expect(files.map(({ id, group }) => [Number(id), group])).toEqual(
        items.map(({ sampleId, groupKey }) => [sampleId, groupKey]),
      );
      const byId = new Map(samples.map((sample) => [sample.sampleId, sample]));
      for (const row of files) {
        const sample = byId.get(Number(row.id));
        expect(row.prompt[1]).toEqual({ role: "user", content: sample?.promptText });
        const answer: unknown = JSON.parse(row.completion[0]?.content ?? "");
        expect(identifyIr(answer)).toBe(identifyIr(JSON.parse(sample?.irRaw ?? "")));
      }
      const splitOf = new Map<string, Set<string>>();
      for (const { groupKey, split } of items) {
        splitOf.set(groupKey, (splitOf.get(groupKey) ?? new Set()).add(split));
      }
      expect([...splitOf.values()].every(({ size }) => size === 1)).toBe(true);
    },
  );

  datasetTest("keeps wrong IRs in pairs, of train only", async ({ db, storage, admin, freeze }) => {
    const [corrected] = await makeAcceptedBlueprints(db, 40);
    if (corrected === undefined) throw new Error("no sample");
    const reviewer = await makeUser(db);
    const better = await db.ir.create({
      data: {
        sampleId: corrected.sampleId,
        version: 2,
        origin: "corrected",
        raw: corrected.irRaw,
        sha256: sha256Hex(corrected.irRaw),
        isSchemaValid: true,
      },
    });
    const wrong = { ...JSON.parse(corrected.irRaw), assertions: [] };
    await db.ir.update({ where: { id: corrected.irId }, data: { raw: JSON.stringify(wrong) } });
    await db.queueItem.update({
      where: { sampleId: corrected.sampleId },
      data: { state: "corrected", currentIrId: better.id },
    });
    await db.review.create({
      data: {
        id: better.id,
        requestSha256: "",
        sampleId: corrected.sampleId,
        round: 1,
        leaseToken: 1,
        reviewerId: reviewer.id,
        verdict: "correct",
        checklist: [],
        irBeforeId: corrected.irId,
        irAfterId: better.id,
      },
    });

    const dataset = await freeze({ ratios: { train: 100, validation: 0, test: 0 } });
    const rows = await readRows<PreferenceRow>(db, storage, dataset.id, "pairs.jsonl");
    expect(rows).toHaveLength(dataset.pairCount);
    const pairs = await db.datasetPair.findMany({ orderBy: { seq: "asc" } });
    expect(pairs.filter(({ source }) => source === "correction")).toHaveLength(1);
    const natural = rows[pairs.findIndex(({ source }) => source === "correction")];
    expect(JSON.parse(natural?.rejected[0]?.content ?? "")).toEqual(wrong);
    expect(new Set(pairs.map(({ source }) => source))).toEqual(new Set(["mutator", "correction"]));
    const good = (await readRows<ChatRow>(db, storage, dataset.id, "train.jsonl"))
      .map(({ completion }) => completion[0]?.content)
      .join("\n");
    for (const { rejected, chosen } of rows) {
      expect(good).toContain(chosen[0]?.content);
      expect(good).not.toContain(rejected[0]?.content);
    }

    const split = await freeze();
    const trained = new Set(
      (await readRows<ChatRow>(db, storage, split.id, "train.jsonl")).map(({ id }) => id),
    );
    const splitPairs = await readRows<PreferenceRow>(db, storage, split.id, "pairs.jsonl");
    expect(splitPairs.filter(({ id }) => !trained.has(id))).toEqual([]);
    expect(splitPairs.length).toBeGreaterThan(0);
    expect((await getDataset(db, admin, split.id)).pairCount).toBe(splitPairs.length);
  });

  datasetTest("never changes, whatever happens to the samples", async ({ db, admin, freeze }) => {
    const [first] = await makeAcceptedBlueprints(db, 30);
    const dataset = await freeze();
    await db.queueItem.updateMany({ data: { state: "rejected" } });
    await db.prompt.updateMany({ where: { id: first?.promptId ?? 0 }, data: { category: null } });
    expect(await getDataset(db, admin, dataset.id)).toEqual(dataset);
    const page = await listDatasetItems(db, admin, dataset.id, { limit: 20 });
    expect(page.rows).toHaveLength(20);
    const rest = await listDatasetItems(db, admin, dataset.id, {
      limit: 20,
      cursor: page.nextCursor ?? 0,
    });
    expect(rest.nextCursor).toBeNull();
    const positions = [...page.rows, ...rest.rows].map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: 30 }, (_, position) => position));
    expect([...page.rows, ...rest.rows].every(({ category }) => category !== null)).toBe(true);
  });

  datasetTest("is the same whatever the order of the samples", async ({ db }) => {
    await makeAcceptedBlueprints(db, 30);
    const candidates = await readDatasetCandidates(db);
    const plan = await planDataset(candidates, DEFAULT_RECIPE);
    expect(await planDataset(candidates.toReversed(), DEFAULT_RECIPE)).toEqual(plan);
    const other = await planDataset(candidates, { ...DEFAULT_RECIPE, seed: "2" });
    expect(other.contentSha256).not.toBe(plan.contentSha256);
    const [changed, ...rest] = candidates;
    if (changed === undefined) throw new Error("no candidate");
    const edited = await planDataset(
      [{ ...changed, prompt: `${changed.prompt} Please.` }, ...rest],
      DEFAULT_RECIPE,
    );
    expect(edited.contentSha256).not.toBe(plan.contentSha256);
  });

  datasetTest("holds benchmark prompts out", async ({ db, storage, freeze }) => {
    const [held] = await makeAcceptedBlueprints(db, 30);
    await db.benchmarkCase.create({
      data: { promptId: held?.promptId ?? 0, name: "n", functionName: "f", testCases: "[]" },
    });
    const dataset = await freeze({ ratios: { train: 100, validation: 0, test: 0 } });
    expect(dataset.summary.leftOut).toEqual([
      { reason: "benchmark", count: 1, firstIds: [held?.sampleId] },
    ]);
    const rows = await readRows<ChatRow>(db, storage, dataset.id, "train.jsonl");
    expect(rows).toHaveLength(29);
    expect(JSON.stringify(rows)).not.toContain(JSON.stringify(held?.promptText));
  });

  datasetTest("keeps a prompt with what a model made of it", async ({ db, freeze }) => {
    const [root, child, grandchild, ...others] = await makeAcceptedBlueprints(db, 30);
    if (root === undefined || child === undefined || grandchild === undefined) throw new Error();
    await db.prompt.update({ where: { id: child.promptId }, data: { parentId: root.promptId } });
    await db.prompt.update({
      where: { id: grandchild.promptId },
      data: { parentId: child.promptId },
    });
    // The lineage holds although the one in the middle is not in the dataset.
    await db.queueItem.update({ where: { sampleId: child.sampleId }, data: { state: "rejected" } });
    const { id } = await freeze();
    const items = await db.datasetItem.findMany({ where: { datasetId: id } });
    const groupOf = new Map(items.map(({ sampleId, groupKey }) => [sampleId, groupKey]));
    expect(groupOf.get(grandchild.sampleId)).toBe(groupOf.get(root.sampleId));
    expect(new Set(groupOf.values()).size).toBeGreaterThan(others.length / 2);
  });
});

describe("a dataset that cannot be used", () => {
  datasetTest.for([
    ["no_items", 0, "There is nothing to split"],
    ["empty_split", 2, "Nothing is left for"],
  ] as const)(
    "is named at the preview and refused: %s",
    async ([code, count, words], { db, admin, freeze, folder }) => {
      if (count > 0) await makeAcceptedBlueprints(db, count);
      const { problems } = await previewDataset(db, admin, { recipe: DEFAULT_RECIPE });
      expect(problems).toContainEqual(expect.objectContaining({ code, isBlocking: true }));
      await expect(freeze()).rejects.toMatchObject({
        code: "invalid_input",
        reason: code,
        message: expect.stringContaining(words),
      });
      expect(await db.dataset.count()).toBe(0);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  datasetTest(
    "of one category, or with one family too large, is told so",
    async ({ db, admin }) => {
      await makeAcceptedBlueprints(db, 40, { categories: ["mathematical"] });
      const samples = await db.sample.findMany({ take: 15 });
      await db.prompt.updateMany({
        where: { id: { in: samples.map(({ promptId }) => promptId) } },
        data: { family: "one" },
      });
      const { problems } = await previewDataset(db, admin, { recipe: DEFAULT_RECIPE });
      const codes = problems.map(({ code }) => code);
      expect(codes).toContain("one_category");
      expect(codes).toContain("group_larger_than_split");
      expect(problems.filter(({ isBlocking }) => isBlocking)).toEqual([]);
    },
  );

  datasetTest("leaves nothing when the disk is full", async ({ db, storage, admin, folder }) => {
    await makeAcceptedBlueprints(db, 30);
    let writeCount = 0;
    const full: Storage = {
      ...storage,
      write(key, content, limits) {
        writeCount += 1;
        return storage.write(key, content, writeCount === 3 ? { maxBytes: 10 } : limits);
      },
    };
    await expect(
      freezeDataset(db, full, admin, { title: "x", recipe: DEFAULT_RECIPE }),
    ).rejects.toMatchObject({ code: "too_large" });
    expect(await db.dataset.count()).toBe(0);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  datasetTest("is frozen once by two presses", async ({ db, storage, admin, folder, connect }) => {
    await makeAcceptedBlueprints(db, 30);
    const order = { title: "x", recipe: DEFAULT_RECIPE };
    const outcomes = await Promise.allSettled([
      freezeDataset(db, storage, admin, order),
      freezeDataset(connect(), createFolderStorage(folder), admin, order),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { code: "conflict", reason: "dataset_exists" } });
    const { rows } = await listDatasets(db, admin, { limit: 10 });
    expect(rows.map(({ number }) => number)).toEqual([1]);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toHaveLength(4);
  });
});
