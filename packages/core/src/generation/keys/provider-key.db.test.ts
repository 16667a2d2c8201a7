import { inspect } from "node:util";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { openProducer } from "../producers/open-producer.ts";
import { deleteProviderKey } from "./delete-provider-key.ts";
import { encryptSecret } from "./encrypt-secret.ts";
import { readProviderKey } from "./read-provider-key.ts";
import { storeProviderKey } from "./store-provider-key.ts";

const SECRET = "a secret of the studio";
const KEY = "sk-ant-canary-0123456789-stored";

dbTest("stores a key, reads it back, and forgets it", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  const actor = { userId, role: "admin" as const };
  await storeProviderKey(db, actor, { key: KEY, secret: SECRET });
  const row = await db.providerKey.findUniqueOrThrow({ where: { provider: "anthropic" } });
  expect(row).toMatchObject({ hint: "…ored", createdById: userId });
  expect(await readProviderKey(db, { secret: SECRET, environmentKey: null })).toEqual({
    key: KEY,
    source: "stored",
  });
  await deleteProviderKey(db, actor);
  expect(await readProviderKey(db, { secret: SECRET, environmentKey: null })).toMatchObject({
    obstacle: "no_key",
  });
});

dbTest("takes the key of the environment first", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  await storeProviderKey(db, { userId, role: "admin" }, { key: KEY, secret: SECRET });
  const reading = await readProviderKey(db, { secret: null, environmentKey: "sk-ant-env" });
  expect(reading).toEqual({ key: "sk-ant-env", source: "environment" });
});

dbTest("cannot read a stored key without the secret, or with another one", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  await storeProviderKey(db, { userId, role: "admin" }, { key: KEY, secret: SECRET });
  for (const secret of [null, "another"]) {
    const reading = await readProviderKey(db, { secret, environmentKey: null });
    expect(reading).toMatchObject({
      obstacle: "no_key",
      message: expect.stringContaining("FOUNDRY_SECRET") as string,
    });
  }
});

dbTest("stores no key without a secret, nor for a reviewer", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "reviewer" });
  const admin = { userId, role: "admin" as const };
  await expect(storeProviderKey(db, admin, { key: KEY, secret: null })).rejects.toMatchObject({
    reason: "no_secret",
  });
  const reviewer = { userId, role: "reviewer" as const };
  await expect(storeProviderKey(db, reviewer, { key: KEY, secret: SECRET })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await db.providerKey.count()).toBe(0);
});

dbTest("has the key nowhere in the clear, jobs and audit trail included", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  await storeProviderKey(db, { userId, role: "admin" }, { key: KEY, secret: SECRET });
  const everything = await Promise.all([
    db.providerKey.findMany(),
    db.job.findMany(),
    db.auditEvent.findMany(),
    db.providerCheck.findMany(),
  ]);
  expect(everything.map((rows) => rows.length)).toEqual([1, 1, 1, 0]);
  expect(inspect(everything, { depth: null })).not.toContain("canary");
});

dbTest("opens the producer of a run, or says what stands in the way", async ({ db }) => {
  const { id: userId } = await makeUser(db, { role: "admin" });
  const surroundings = { secret: SECRET, environmentKey: null, baseUrl: null };
  const anthropic = { producer: "anthropic" as const, endpointId: null, ...surroundings };
  expect(await openProducer(db, anthropic)).toMatchObject({ obstacle: "no_key" });
  await storeProviderKey(db, { userId, role: "admin" }, { key: KEY, secret: SECRET });
  expect(await openProducer(db, anthropic)).toMatchObject({ provider: "anthropic" });

  const { id } = await db.producerEndpoint.create({
    data: {
      name: "own server",
      baseUrl: "http://127.0.0.1:9/v1",
      model: "m",
      createdById: userId,
    },
  });
  const own = { producer: "openai_compatible" as const, endpointId: id, ...surroundings };
  expect(await openProducer(db, own)).toMatchObject({ provider: "own server" });
  // The key of another endpoint: moved here, it cannot be read.
  const ciphertext = encryptSecret(SECRET, "key", "endpoint:another");
  await db.producerEndpoint.update({ where: { id }, data: { ciphertext } });
  expect(await openProducer(db, own)).toMatchObject({ obstacle: "no_key" });
  await db.producerEndpoint.update({
    where: { id },
    data: { ciphertext: null, archivedAt: new Date() },
  });
  expect(await openProducer(db, own)).toMatchObject({ obstacle: "unreachable" });
});
