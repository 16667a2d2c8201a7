import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { recordModelLifecycle } from "../producers/record-model-lifecycle.ts";
import type { ModelPrices } from "../provider.schema.ts";
import { DEFAULT_MODEL_ID, DEFAULT_MODELS } from "./default-models.ts";
import { editModelPrices } from "./edit-model-prices.ts";
import { readModelPrices } from "./read-model-prices.ts";
import { readModels } from "./read-models.ts";

const DEAR: ModelPrices = [
  {
    upToPromptTokens: null,
    input: 99,
    output: 100,
    cacheWrite5m: 99,
    cacheWrite1h: 99,
    cacheRead: 99,
    batchFactor: 1,
  },
];

dbTest("lists the shipped models with their prices and the day of the prices", async ({ db }) => {
  const models = await readModels(db);
  expect(models.map(({ id }) => id)).toEqual(DEFAULT_MODELS.map(({ id }) => id));
  for (const model of models) {
    expect(model).toMatchObject({ isEdited: false, lifecycle: "unknown" });
    expect(model.pricedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(model.prices).not.toBeNull();
  }
});

dbTest("uses the prices that a person entered, until they are taken back", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  const actor = { userId, role: "admin" as const };
  const change = { prices: DEAR, pricedOn: "2026-11-01" };
  const edited = await editModelPrices(db, actor, DEFAULT_MODEL_ID, change);
  expect(edited).toMatchObject({ isEdited: true, pricedOn: "2026-11-01", prices: DEAR });
  expect((await readModelPrices(db, DEFAULT_MODEL_ID)).prices).toEqual(DEAR);
  await editModelPrices(db, actor, DEFAULT_MODEL_ID, { prices: null, pricedOn: null });
  const [restored] = await readModels(db);
  expect(restored).toMatchObject({ isEdited: false, prices: DEFAULT_MODELS[0]?.prices });
});

dbTest("adds a model that it does not know, and knows no price of others", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  const actor = { userId, role: "admin" as const };
  expect((await readModelPrices(db, "claude-next")).prices).toBeNull();
  await editModelPrices(db, actor, "claude-next", { prices: DEAR, pricedOn: null });
  expect((await readModels(db)).at(-1)).toMatchObject({ id: "claude-next", prices: DEAR });
  await editModelPrices(db, actor, "claude-next", { prices: null, pricedOn: null });
  expect((await readModels(db)).at(-1)).toMatchObject({ id: "claude-next", prices: null });
});

dbTest("refuses price levels that leave a gap", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  const actor = { userId, role: "admin" as const };
  const [level] = DEAR;
  const capped = [{ ...level, upToPromptTokens: 1000 }] as ModelPrices;
  await expect(
    editModelPrices(db, actor, DEFAULT_MODEL_ID, { prices: capped, pricedOn: null }),
  ).rejects.toMatchObject({ reason: "prices_unordered" });
  const falling = [...capped, { ...level, upToPromptTokens: 500 }, level] as ModelPrices;
  await expect(
    editModelPrices(db, actor, DEFAULT_MODEL_ID, { prices: falling, pricedOn: null }),
  ).rejects.toMatchObject({ reason: "prices_unordered" });
  expect((await readModels(db))[0]?.isEdited).toBe(false);
});

dbTest("keeps what the provider says beside the prices of a person", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  const actor = { userId, role: "admin" as const };
  await editModelPrices(db, actor, DEFAULT_MODEL_ID, { prices: DEAR, pricedOn: null });
  const retiresAt = new Date("2027-01-01");
  await recordModelLifecycle(db, DEFAULT_MODEL_ID, {
    title: "Claude Sonnet 5.5",
    lifecycle: "deprecated",
    retiresAt,
    maxTokens: 64_000,
    hasStructuredOutputs: true,
    hasBatches: true,
  });
  expect((await readModels(db))[0]).toMatchObject({
    lifecycle: "deprecated",
    retiresAt: retiresAt.toISOString(),
    maxTokens: 64_000,
    prices: DEAR,
  });
  await recordModelLifecycle(db, DEFAULT_MODEL_ID, null);
  expect((await readModels(db))[0]).toMatchObject({ lifecycle: "unknown", maxTokens: 64_000 });
});
