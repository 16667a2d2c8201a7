import type { Database } from "@foundry/prisma/client";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { archivePrompts } from "./archive-prompts.ts";
import { getPrompt } from "./get-prompt.ts";
import { listDuplicatePrompts } from "./list-duplicate-prompts.ts";
import { listPrompts } from "./list-prompts.ts";
import { type ListPromptsQuery, listPromptsQuerySchema } from "./prompt.schema.ts";
import { restorePrompts } from "./restore-prompts.ts";

const FAMILY = { templateId: "clamp", family: "clamp-0000000a", source: "template" };

/** Six prompts: 1 and 2 are a family, 3 stands alone, 4 has an IR, 5 a benchmark case, 6 is archived. */
async function makePrompts(db: Database) {
  const make = async (text: string, data: object = {}) => {
    const { id } = await db.prompt.create({
      data: { text, textSha256: sha256Hex(text), category: "edge_cases", ...data },
    });
    return id;
  };
  const first = await make("Limit a number to 100%, please.", {
    ...FAMILY,
    complexity: "easy",
    slots: { limit: "100", phrasing: 0 },
  });
  const second = await make("Limit a number to 100%, thank you.", FAMILY);
  const third = await make("Say which_of two words is longer.", { category: "control_flow" });
  const { promptId: withIr } = await makeSample(db, {
    prompt: "Sum up.",
    category: "mathematical",
  });
  const benchmark = await make("Measure this.");
  await db.benchmarkCase.create({
    data: { promptId: benchmark, name: "m", functionName: "m", testCases: "[]" },
  });
  const archived = await make("Gone.", { archivedAt: new Date() });
  return { first, second, third, withIr, benchmark, archived };
}

dbTest("lists prompts by page and by every filter", async ({ db }) => {
  const { actor } = await makeUser(db);
  const made = await makePrompts(db);
  const find = async (query: Partial<Record<keyof ListPromptsQuery, unknown>>) => {
    const { rows } = await listPrompts(db, actor, listPromptsQuerySchema.parse(query));
    return rows.map(({ id }) => id);
  };
  const newestFirst = [made.benchmark, made.withIr, made.third, made.second, made.first];
  expect(await find({})).toEqual(newestFirst);
  expect(await find({ archived: "yes" })).toEqual([made.archived]);
  expect(await find({ category: "control_flow" })).toEqual([made.third]);
  expect(await find({ complexity: "easy" })).toEqual([made.first]);
  expect(await find({ source: "template" })).toEqual([made.second, made.first]);
  expect(await find({ templateId: "clamp" })).toEqual([made.second, made.first]);
  expect(await find({ family: FAMILY.family, search: "please" })).toEqual([made.first]);
  expect(await find({ hasIr: "yes" })).toEqual([made.withIr]);
  expect(await find({ hasIr: "no" })).toEqual(newestFirst.filter((id) => id !== made.withIr));
  expect(await find({ search: "NUMBER 100%" })).toEqual([made.second, made.first]);
  expect(await find({ search: "which_of" })).toEqual([made.third]);
  expect(await find({ search: "which-of" })).toEqual([]);
  expect(await find({ runId: "01900000-0000-7000-8000-000000000000" })).toEqual([]);

  const page = await listPrompts(db, actor, { limit: 4 });
  expect(page).toMatchObject({ nextCursor: made.second });
  expect(page.rows.slice(0, 2)).toMatchObject([
    { id: made.benchmark, isBenchmark: true, sampleCount: 0 },
    { id: made.withIr, isBenchmark: false, sampleCount: 1, archivedAt: null },
  ]);
  const rest = await listPrompts(db, actor, { limit: 4, cursor: made.second });
  expect(rest).toMatchObject({ rows: [{ id: made.first }], nextCursor: null });
});

dbTest("shows a prompt with its family, its samples and what is most like it", async ({ db }) => {
  const { actor } = await makeUser(db);
  const made = await makePrompts(db);
  expect(await getPrompt(db, actor, made.first)).toMatchObject({
    id: made.first,
    templateId: "clamp",
    slots: { limit: "100", phrasing: 0 },
    samples: [],
    familyMembers: [{ id: made.second }],
    neighbours: [{ id: made.second, similarity: expect.closeTo(0.6, 0) }, { id: made.benchmark }],
  });
  expect(await getPrompt(db, actor, made.withIr)).toMatchObject({
    slots: null,
    samples: [{ state: "pending" }],
    familyMembers: [],
    neighbours: [],
  });
  await expect(getPrompt(db, actor, 999_999)).rejects.toMatchObject({ code: "not_found" });
});

dbTest("archives many at once, keeps what others rely on, and takes it back", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const made = await makePrompts(db);
  const ids = Object.values(made);
  const changed = await archivePrompts(db, actor, { ids });
  expect(changed).toEqual({
    ids: [made.first, made.second, made.third],
    keptIds: [made.withIr, made.benchmark],
  });
  expect((await listPrompts(db, actor, { limit: 9 })).rows).toHaveLength(2);
  expect(await archivePrompts(db, actor, { ids })).toMatchObject({ ids: [] });

  expect(await restorePrompts(db, actor, { ids: changed.ids })).toEqual({
    ids: changed.ids,
    keptIds: [],
  });
  expect((await listPrompts(db, actor, { limit: 9 })).rows).toHaveLength(5);
  expect(await db.auditEvent.groupBy({ by: ["action"], _count: true })).toEqual(
    expect.arrayContaining([
      { action: "prompt.archived", _count: 3 },
      { action: "prompt.restored", _count: 3 },
    ]),
  );
});

dbTest("finds prompts that say nearly the same", async ({ db }) => {
  const { actor } = await makeUser(db);
  const words = "Return the items of a list of prices that are larger than the mean of all of them";
  const texts = [`${words}.`, "Say hello.", `${words}!`, `${words.toUpperCase()}.`, `${words}?`];
  for (const text of texts) {
    const archivedAt = text.endsWith("?") ? new Date() : null;
    await db.prompt.create({ data: { text, textSha256: sha256Hex(text), archivedAt } });
  }
  const { pairs, ...counts } = await listDuplicatePrompts(db, actor);
  expect(counts).toEqual({ corpusCount: 4, comparedCount: 4 });
  expect(pairs.map(({ older, newer }) => [older.text, newer.text])).toEqual([
    [texts[0], texts[3]],
    [texts[0], texts[2]],
  ]);
  expect(pairs[0]?.similarity).toBe(1);
  expect(pairs[1]?.similarity).toBeGreaterThan(0.85);
  expect(pairs[1]?.similarity).toBeLessThan(1);
});
