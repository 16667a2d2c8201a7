import { randomUUID } from "node:crypto";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { addImplementation } from "./add-implementation.ts";
import { deleteImplementation } from "./delete-implementation.ts";
import { getSampleEvidence } from "./get-sample-evidence.ts";
import { sampleEvidenceSchema } from "./implementation.schema.ts";

const SOURCE = "def f():\n    return 1\n";

dbTest("a sample shows what it can be run with, the typed ones last", async ({ db }) => {
  const { actor } = await makeUser(db, { name: "Ada" });
  const { sampleId, promptId } = await makeSample(db);
  const typed = await addImplementation(db, actor, sampleId, { source: SOURCE });
  expect(typed).toMatchObject({ origin: "typed", source: SOURCE, author: "Ada", byMe: true });
  await db.implementation.create({
    data: { promptId, origin: "imported", source: "x", sourceSha256: "x" },
  });
  await db.promptInputs.create({ data: { promptId, inputs: [["1", "[True]"]] } });
  const testCases = "[[[1, [true]], 2.0]]";
  await db.benchmarkCase.create({ data: { promptId, name: "f", functionName: "f", testCases } });

  const evidence = await getSampleEvidence(db, actor, sampleId);

  expect(sampleEvidenceSchema.parse(evidence)).toEqual(evidence);
  expect(evidence).toMatchObject({
    implementations: [{ origin: "imported", author: null, byMe: false }, typed],
    storedInputs: [["1", "[True]"]],
    benchmarkCases: [{ arguments: ["1", "[True]"], expected: "2.0" }],
    server: null,
  });
});

dbTest("the same source is there once, also when it is sent at once", async ({ db }) => {
  const [ada, bea] = [await makeUser(db), await makeUser(db)];
  const { sampleId } = await makeSample(db);
  const added = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      addImplementation(db, index % 2 === 0 ? ada.actor : bea.actor, sampleId, { source: SOURCE }),
    ),
  );
  expect(new Set(added.map(({ id }) => id)).size).toBe(1);
  expect(await db.auditEvent.count({ where: { action: "implementation.added" } })).toBe(1);
});

dbTest("people delete their own, admins any, and twice does no harm", async ({ db }) => {
  const [ada, bea] = [await makeUser(db), await makeUser(db)];
  const admin = await makeUser(db, { role: "admin" });
  const { sampleId } = await makeSample(db);
  const { id } = await addImplementation(db, ada.actor, sampleId, { source: SOURCE });
  await expect(deleteImplementation(db, bea.actor, id)).rejects.toMatchObject({
    code: "forbidden",
    reason: "not_your_implementation",
  });
  await deleteImplementation(db, ada.actor, id);
  await deleteImplementation(db, ada.actor, id);
  expect(await db.implementation.count()).toBe(0);
  expect(await db.auditEvent.count({ where: { action: "implementation.deleted" } })).toBe(1);
  const other = await addImplementation(db, ada.actor, sampleId, { source: SOURCE });
  await deleteImplementation(db, admin.actor, other.id);
  expect(await db.implementation.count()).toBe(0);
});

dbTest("a prompt takes twenty, and says so", async ({ db }) => {
  const { actor } = await makeUser(db);
  const { sampleId } = await makeSample(db);
  for (let index = 0; index < 20; index += 1) {
    await addImplementation(db, actor, sampleId, { source: `x = ${index}` });
  }
  await expect(addImplementation(db, actor, sampleId, { source: "x = 20" })).rejects.toMatchObject({
    code: "conflict",
    reason: "too_many_implementations",
  });
  await addImplementation(db, actor, sampleId, { source: "x = 3" });
  expect(await db.implementation.count()).toBe(20);
  await expect(addImplementation(db, actor, 999_999, { source: SOURCE })).rejects.toMatchObject({
    code: "not_found",
  });
  await deleteImplementation(db, actor, randomUUID());
});
