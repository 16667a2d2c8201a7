import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { decryptSecret } from "../keys/decrypt-secret.ts";
import { storeProviderKey } from "../keys/store-provider-key.ts";
import type { SaveEndpoint } from "../provider.schema.ts";
import { acknowledgeTerms } from "../terms/acknowledge-terms.ts";
import { archiveEndpoint } from "./archive-endpoint.ts";
import { changeEndpoint } from "./change-endpoint.ts";
import { checkProvider } from "./check-provider.ts";
import { createEndpoint } from "./create-endpoint.ts";
import { getProviders } from "./get-providers.ts";

const SECRET = "s".repeat(40);
const KEY = "sk-canary-that-nobody-may-see";
const ENDPOINT: SaveEndpoint = {
  name: "Own model",
  baseUrl: "https://models.example.org/v1",
  model: "qwen",
  key: KEY,
  inputPrice: 1,
  outputPrice: null,
  hasSchema: true,
};

dbTest("shows nothing at first, then a key's hint, who stored it and the terms", async ({ db }) => {
  const { actor, name } = await makeUser(db, { role: "admin" });
  const before = await getProviders(db, actor);
  expect(before.anthropic).toMatchObject({
    keySource: "none",
    hint: null,
    check: null,
    isBeingChecked: false,
    terms: null,
  });
  expect(before.models.length).toBeGreaterThan(2);
  await storeProviderKey(db, actor, { key: KEY, secret: SECRET });
  const stored = await getProviders(db, actor);
  expect(stored.anthropic).toMatchObject({
    keySource: "stored",
    storedBy: name,
    isBeingChecked: true,
  });
  expect(JSON.stringify(stored)).not.toContain(KEY);

  // As a worker would write it.
  await db.job.updateMany({ data: { state: "done", dedupeKey: null } });
  await db.providerCheck.create({
    data: { subject: "anthropic", keySource: "environment", isOk: true, message: "It works." },
  });
  const { actor: other } = await makeUser(db, { role: "admin" });
  await acknowledgeTerms(db, actor);
  const { anthropic } = await acknowledgeTerms(db, other);
  expect(anthropic).toMatchObject({
    keySource: "environment",
    check: { isOk: true, message: "It works." },
    isBeingChecked: false,
    terms: { acknowledgedBy: name },
  });
  expect(await db.auditEvent.count({ where: { action: "terms.acknowledged" } })).toBe(1);
  expect((await checkProvider(db, other, "anthropic")).anthropic.isBeingChecked).toBe(true);
  await checkProvider(db, other, "anthropic");
  expect(await db.job.count({ where: { state: "ready" } })).toBe(1);
});

dbTest("an endpoint's key is kept encrypted and never goes to another address", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const created = await createEndpoint(db, actor, { endpoint: ENDPOINT, secret: SECRET });
  const [endpoint] = created.endpoints;
  const id = endpoint?.id ?? "";
  const { key: _, ...plain } = ENDPOINT;
  expect(endpoint).toMatchObject({ ...plain, hasKey: true, check: null, isBeingChecked: true });
  expect(JSON.stringify(created)).not.toContain(KEY);
  const readKey = async () => {
    const { ciphertext } = await db.producerEndpoint.findUniqueOrThrow({ where: { id } });
    expect(ciphertext ?? "").not.toContain(KEY);
    return ciphertext === null ? null : decryptSecret(SECRET, ciphertext, `endpoint:${id}`);
  };
  expect(await readKey()).toBe(KEY);

  const change = (changes: Partial<SaveEndpoint>) =>
    changeEndpoint(db, actor, id, { endpoint: { ...plain, ...changes }, secret: SECRET });
  const renamed = await change({ name: "Other", baseUrl: "https://models.example.org/v2" });
  expect(renamed.endpoints).toMatchObject([{ name: "Other", hasKey: true }]);
  expect(await readKey()).toBe(KEY);
  const elsewhere = { baseUrl: "https://thief.example.org/v1" };
  await expect(change(elsewhere)).rejects.toMatchObject({ reason: "key_needed" });
  expect((await change({ ...elsewhere, key: "sk-another-one" })).endpoints).toMatchObject([
    elsewhere,
  ]);
  expect(await readKey()).toBe("sk-another-one");
  expect((await change({ key: null })).endpoints).toMatchObject([{ hasKey: false, hint: null }]);
  expect(await readKey()).toBeNull();
  await expect(
    createEndpoint(db, actor, { endpoint: { ...ENDPOINT, name: "New" }, secret: null }),
  ).rejects.toMatchObject({ reason: "no_secret" });
  const audits = await db.auditEvent.findMany({ select: { action: true, data: true } });
  expect(audits.length).toBeGreaterThan(3);
  expect(JSON.stringify(audits)).not.toContain("sk-");
});

dbTest(
  "an endpoint's name is given once, and it goes only when no run needs it",
  async ({ db }) => {
    const { actor } = await makeUser(db, { role: "admin" });
    const create = (name: string) =>
      createEndpoint(db, actor, { endpoint: { ...ENDPOINT, name, key: null }, secret: null });
    const [first] = (await create("one")).endpoints;
    const id = first?.id ?? "";
    for (const name of ["one", "anthropic", "Claude"]) {
      await expect(create(name)).rejects.toMatchObject({ code: "conflict", reason: "name_taken" });
    }
    const run = await db.generationRun.create({
      data: {
        producer: "openai_compatible",
        endpointId: id,
        filter: {},
        state: "paused",
        createdById: actor.userId,
      },
    });
    await expect(archiveEndpoint(db, actor, id)).rejects.toMatchObject({
      reason: "endpoint_in_use",
    });
    await db.generationRun.update({ where: { id: run.id }, data: { state: "done" } });
    await archiveEndpoint(db, actor, id);
    expect((await getProviders(db, actor)).endpoints).toEqual([]);
    await expect(archiveEndpoint(db, actor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(checkProvider(db, actor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(create("one")).rejects.toMatchObject({ reason: "name_taken" });
  },
);
