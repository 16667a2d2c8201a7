import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { sha256Hex } from "../database/sha256.ts";
import { changePerson } from "./change-person.ts";
import { createApiToken } from "./create-api-token.ts";
import { findApiTokenActor } from "./find-api-token-actor.ts";
import { listApiTokens } from "./list-api-tokens.ts";
import { apiTokenSchema, createdApiTokenSchema } from "./people.schema.ts";
import { revokeApiToken } from "./revoke-api-token.ts";

dbTest("a token speaks for its person; only its hash is stored", async ({ db }) => {
  const { actor } = await makeUser(db, { role: "admin" });

  const created = await createApiToken(db, actor, { name: "cli", expiresInDays: 30 });

  expect(createdApiTokenSchema.parse(created)).toMatchObject({
    name: "cli",
    lastUsedAt: null,
    isRevoked: false,
  });
  expect(created.token).toMatch(/^fnd_[A-Za-z0-9_-]{43}$/);
  expect(created.token.startsWith(created.prefix)).toBe(true);
  expect(created.prefix).toHaveLength(8);
  expect(Date.parse(created.expiresAt ?? "") - Date.parse(created.createdAt)).toBe(
    30 * 24 * 3_600_000,
  );
  expect(await findApiTokenActor(db, created.token)).toEqual(actor);
  const [stored] = await db.apiToken.findMany();
  expect(stored?.tokenSha256).toBe(sha256Hex(created.token));
  const listed = await listApiTokens(db, actor);
  expect(apiTokenSchema.array().parse(listed)).toMatchObject([{ id: created.id }]);
  expect(JSON.stringify([stored, listed])).not.toContain(created.token);
});

dbTest("a role change acts on the next call", async ({ db }) => {
  const ada = await makeUser(db, { role: "admin" });
  const bob = await makeUser(db, { role: "admin" });
  const { token } = await createApiToken(db, bob.actor, { name: "cli", expiresInDays: null });
  await changePerson(db, ada.actor, bob.id, { role: "reviewer" });
  expect(await findApiTokenActor(db, token)).toEqual({ userId: bob.id, role: "reviewer" });
});

dbTest("an expired, revoked, altered or made-up token is nobody's", async ({ db }) => {
  const { actor } = await makeUser(db);
  const expired = await createApiToken(db, actor, { name: "old", expiresInDays: 1 });
  await db.$executeRaw`UPDATE api_token SET expires_at = now()`;
  const revoked = await createApiToken(db, actor, { name: "lost", expiresInDays: null });
  await revokeApiToken(db, actor, revoked.id);
  await revokeApiToken(db, actor, revoked.id);
  const altered = revoked.token.replace(/.$/, (last) => (last === "A" ? "E" : "A"));

  for (const token of [
    expired.token,
    revoked.token,
    altered,
    "",
    "fnd_",
    `fnd_${"x".repeat(43)}`,
    "fnd_\0",
  ]) {
    expect(await findApiTokenActor(db, token)).toBeNull();
  }
  expect(await listApiTokens(db, actor)).toMatchObject([{ isRevoked: true }, { isRevoked: false }]);
  expect(await db.auditEvent.count({ where: { action: "api_token.revoked" } })).toBe(1);
});

dbTest("its use is noted once a minute", async ({ db }) => {
  const { actor } = await makeUser(db);
  const { token } = await createApiToken(db, actor, { name: "cli", expiresInDays: null });
  const lastUse = async () => {
    await findApiTokenActor(db, token);
    return (await db.apiToken.findFirstOrThrow()).lastUsedAt?.getTime() ?? 0;
  };
  const first = await lastUse();
  expect(first).toBeGreaterThan(0);
  expect(await lastUse()).toBe(first);
  await db.$executeRaw`UPDATE api_token SET last_used_at = now() - interval '61 seconds'`;
  expect(await lastUse()).toBeGreaterThanOrEqual(first);
});

dbTest("nobody sees or revokes another person's token", async ({ db }) => {
  const bob = await makeUser(db);
  const admin = await makeUser(db, { role: "admin" });
  const { id, token } = await createApiToken(db, bob.actor, { name: "cli", expiresInDays: null });
  expect(await listApiTokens(db, admin.actor)).toEqual([]);
  await expect(revokeApiToken(db, admin.actor, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await findApiTokenActor(db, token)).toEqual(bob.actor);
});
