import type { Database } from "@foundry/prisma/client";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { expect } from "vitest";
import { makeJobContext } from "../../imports/testing/make-job-context.ts";
import { DEFAULT_MODEL_ID } from "../prices/default-models.ts";
import { driveTestOn } from "./testing/drive-test.ts";
import { tryProvider } from "./try-provider.ts";

const driveTest = driveTestOn("postgres");

const readCheck = (db: Database, subject: string) =>
  db.providerCheck.findUniqueOrThrow({ where: { subject } });

driveTest("a good key is told, with what becomes of the models", async ({ db, kit }) => {
  const retiresAt = "2027-01-31T00:00:00.000Z";
  kit.server.configure({
    lifecycles: { [DEFAULT_MODEL_ID]: { lifecycle: "deprecated", retiresAt } },
  });
  await tryProvider(kit.access, makeJobContext(db), "anthropic");
  expect(await readCheck(db, "anthropic")).toMatchObject({
    keySource: "environment",
    isOk: true,
    message: null,
  });
  const model = await db.llmModel.findUniqueOrThrow({ where: { id: DEFAULT_MODEL_ID } });
  expect(model).toMatchObject({ lifecycle: "deprecated", retiresAt: new Date(retiresAt) });
  expect(kit.server.bill().billedNanoUsd).toBe(0);
});

driveTest("a bad key is told without being named", async ({ db, kit }) => {
  kit.server.configure({ apiKeys: ["another"] });
  await tryProvider(kit.access, makeJobContext(db), "anthropic");
  const check = await readCheck(db, "anthropic");
  expect(check).toMatchObject({ keySource: "environment", isOk: false });
  expect(check.message).not.toContain(kit.access.environmentKey);
});

driveTest("without a key there is nothing to try", async ({ db, kit }) => {
  await tryProvider({ ...kit.access, environmentKey: null }, makeJobContext(db), "anthropic");
  expect(await readCheck(db, "anthropic")).toMatchObject({ keySource: "none", isOk: null });
  expect(kit.server.requests()).toEqual([]);
});

driveTest("an endpoint is asked one small question", async ({ db, kit }) => {
  const { id: createdById } = await makeUser(db, { role: "admin" });
  const endpoint = await db.producerEndpoint.create({
    data: { name: "Own", baseUrl: `${kit.server.url}/v1`, model: "local-ir-model", createdById },
  });
  await tryProvider(kit.access, makeJobContext(db), endpoint.id);
  expect(await readCheck(db, endpoint.id)).toMatchObject({ keySource: "none", isOk: true });
  expect(kit.server.requests()).toHaveLength(1);
  await kit.server.stop();
  await tryProvider(kit.access, makeJobContext(db), endpoint.id);
  expect(await readCheck(db, endpoint.id)).toMatchObject({ isOk: false });
});
