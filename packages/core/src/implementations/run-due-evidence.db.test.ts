import type { Database } from "@foundry/prisma/client";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { probeSandbox } from "../evidence/server/probe-sandbox.ts";
import type { UsableSandbox } from "../evidence/server/sandbox.ts";
import { checkIrs } from "../findings/check-irs.ts";
import { getChecksOverview } from "../findings/get-checks-overview.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { addImplementation } from "./add-implementation.ts";
import { deleteImplementation } from "./delete-implementation.ts";
import { getSampleEvidence } from "./get-sample-evidence.ts";
import { sampleEvidenceSchema } from "./implementation.schema.ts";
import { orderDueEvidence } from "./order-due-evidence.ts";
import { runDueEvidence } from "./run-due-evidence.ts";
import { writeSandboxState } from "../findings/sandbox-state.ts";

const IR = {
  intent: { summary: "Returns the sign of a number." },
  signature: {
    name: "sign",
    parameters: [{ name: "number", type_hint: "int" }],
    returns: "int",
  },
  effects: [{ description: "If number is below 0, return -1; otherwise return 1" }],
  assertions: [{ predicate: "result in (-1, 1)" }, { predicate: "result == 1" }],
};
const SIGN = "def sign(number):\n    return -1 if number < 0 else 1\n";

const makeSign = (db: Database) =>
  makeSample(db, { prompt: "Return the sign of a number.", irRaw: JSON.stringify(IR) });

const evidenceTest = dbTest.extend<{ sandbox: UsableSandbox }>({
  sandbox: async ({ db }, use) => {
    const sandbox = await probeSandbox();
    if (!sandbox.isOn) throw new Error(`these tests need a sandbox: ${sandbox.reason}`);
    await writeSandboxState(db, sandbox);
    await use(sandbox);
  },
});

evidenceTest("a run is stored, shown, and makes findings and risk", async ({ db, sandbox }) => {
  const { actor } = await makeUser(db);
  const { sampleId, irId } = await makeSign(db);
  await checkIrs(makeJobContext(db), { isAgain: false });
  const before = await db.irCheck.findUniqueOrThrow({ where: { irId } });
  expect(await db.job.count({ where: { name: "gatherEvidence" } })).toBe(0);
  await addImplementation(db, actor, sampleId, { source: SIGN });
  expect(await db.job.count({ where: { name: "gatherEvidence" } })).toBe(1);
  expect((await getSampleEvidence(db, actor, sampleId)).server).toBeNull();

  await runDueEvidence(sandbox, makeJobContext(db));

  const evidence = await getSampleEvidence(db, actor, sampleId);
  expect(sampleEvidenceSchema.parse(evidence)).toEqual(evidence);
  expect(evidence.server).toMatchObject({
    ending: { kind: "finished" },
    implementations: [{ error: null }],
    predicates: [
      { fails: 0, counterExample: null },
      { counterExample: { outcome: "returned -1" } },
    ],
  });
  expect(await db.finding.findMany({ where: { irId, check: "evidence_predicate_fails" } })).toEqual(
    [
      expect.objectContaining({
        source: "evidence",
        errorType: "contradiction",
        severity: "error",
        path: "/assertions/1/predicate",
        message: expect.stringMatching(
          /^`result == 1` does not hold for `number=-\d+`, .* returns `-1`/,
        ),
      }),
    ],
  );
  const { risk } = await db.queueItem.findUniqueOrThrow({ where: { sampleId } });
  expect(risk).toBeGreaterThan(before.risk);
});

evidenceTest("nothing is run twice, until what it ran with changes", async ({ db, sandbox }) => {
  const { actor } = await makeUser(db, { role: "admin" });
  const { sampleId, irId } = await makeSign(db);
  const first = await addImplementation(db, actor, sampleId, { source: SIGN });
  const ranAt = async () => {
    await runDueEvidence(sandbox, makeJobContext(db));
    return (await db.irEvidence.findUnique({ where: { irId } }))?.ranAt.getTime() ?? 0;
  };
  const firstRun = await ranAt();
  expect(await ranAt()).toBe(firstRun);
  const source = "def sign(number):\n    return 0 if number == 0 else -1 if number < 0 else 1\n";
  const second = await addImplementation(db, actor, sampleId, { source });
  expect(await ranAt()).toBeGreaterThan(firstRun);
  expect((await getSampleEvidence(db, actor, sampleId)).server?.implementations).toMatchObject([
    { id: first.id },
    { id: second.id, smallestDisagreement: { arguments: "number=0" } },
  ]);

  await deleteImplementation(db, actor, first.id);
  await deleteImplementation(db, actor, second.id);
  expect(await db.irEvidence.count()).toBe(0);
  expect(await db.finding.count({ where: { source: "evidence" } })).toBe(0);
  expect((await getSampleEvidence(db, actor, sampleId)).server).toBeNull();
  expect(await ranAt()).toBe(0);
});

evidenceTest(
  "one that cannot be run, or says what no text can hold, harms no other",
  async ({ db, sandbox }) => {
    const { actor } = await makeUser(db);
    const broken = await makeSample(db, { irRaw: JSON.stringify(IR) });
    const odd = await makeSample(db, { irRaw: JSON.stringify(IR) });
    const good = await makeSign(db);
    await addImplementation(db, actor, broken.sampleId, { source: "def sign(:" });
    const source = "def sign(number):\n    return chr(0) + chr(0xd800)\n";
    await addImplementation(db, actor, odd.sampleId, { source });
    await addImplementation(db, actor, good.sampleId, { source: SIGN });

    await runDueEvidence(sandbox, makeJobContext(db));

    const of = async (sampleId: number) => (await getSampleEvidence(db, actor, sampleId)).server;
    expect((await of(broken.sampleId))?.implementations[0]?.error).toContain("invalid syntax");
    expect((await of(odd.sampleId))?.predicates[0]?.fails).toBeGreaterThan(0);
    expect((await of(good.sampleId))?.predicates[0]?.fails).toBe(0);
  },
);

evidenceTest(
  "what a killed worker left undone is done by the next one",
  async ({ db, sandbox }) => {
    const { actor } = await makeUser(db);
    for (let index = 0; index < 3; index += 1) {
      const { sampleId } = await makeSample(db, { irRaw: JSON.stringify(IR) });
      await addImplementation(db, actor, sampleId, { source: SIGN });
    }
    await db.job.deleteMany();
    const dying = new AbortController();
    const context = makeJobContext(db, {
      signal: dying.signal,
      onFence: (count) => {
        if (count === 1) dying.abort(new Error("killed"));
        dying.signal.throwIfAborted();
      },
    });
    await expect(runDueEvidence(sandbox, context)).rejects.toThrow("killed");
    expect(await db.irEvidence.count()).toBe(1);

    await orderDueEvidence(db);
    expect(await db.job.count({ where: { name: "gatherEvidence" } })).toBe(1);
    const [done] = await db.irEvidence.findMany();
    await runDueEvidence(sandbox, makeJobContext(db));
    expect(await db.irEvidence.count()).toBe(3);
    expect(await db.irEvidence.findMany({ where: { irId: done?.irId ?? "" } })).toEqual([done]);
    await orderDueEvidence(db);
    expect(await db.job.count()).toBe(1);
  },
);

dbTest("without a sandbox nothing is ordered, and the reason is shown", async ({ db }) => {
  const { actor } = await makeUser(db);
  expect((await getChecksOverview(db, actor)).sandbox).toEqual({
    isOn: false,
    reason: "no worker has started yet",
  });
  await writeSandboxState(db, { isOn: false, reason: "it needs\0 Linux" });
  const { sampleId } = await makeSign(db);
  await addImplementation(db, actor, sampleId, { source: SIGN });
  await checkIrs(makeJobContext(db), { isAgain: false });
  expect(await db.job.count({ where: { name: "gatherEvidence" } })).toBe(0);
  expect((await getChecksOverview(db, actor)).sandbox).toEqual({
    isOn: false,
    reason: "it needs\ufffd Linux",
  });
});
