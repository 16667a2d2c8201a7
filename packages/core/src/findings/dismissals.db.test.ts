import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { claimNext } from "../reviews/testing/claim-next.ts";
import { leasedSampleSchema } from "../reviews/review.schema.ts";
import { getSample } from "../samples/get-sample.ts";
import { sampleDetailSchema } from "../samples/sample.schema.ts";
import { checkIrs } from "./check-irs.ts";
import { dismissFinding } from "./dismiss-finding.ts";
import { dismissalSchema, dismissFindingSchema } from "./finding.schema.ts";
import { nameFinding } from "./name-finding.ts";
import { retractDismissal } from "./retract-dismissal.ts";

const FINDING = { check: "vague_effect", path: "/effects/0", message: "says too little" };

dbTest("a dismissal is kept once for each person, however often it is sent", async ({ db }) => {
  const [ada, bea] = [await makeUser(db), await makeUser(db)];
  const { sampleId, irId } = await makeSample(db);
  const request = { sampleId, irId, ...FINDING };
  const [first, ...others] = await Promise.all(
    Array.from({ length: 5 }, () => dismissFinding(db, ada.actor, request)),
  );
  expect(dismissalSchema.parse(first)).toEqual(first);
  expect(others).toEqual(others.map(() => first));
  await dismissFinding(db, bea.actor, request);
  expect(await db.findingDismissal.count()).toBe(2);
  expect(await db.auditEvent.count({ where: { action: "finding.dismissed" } })).toBe(2);
});

dbTest("the desk and the history show all dismissals, and whose they are", async ({ db }) => {
  const [ada, bea] = [await makeUser(db), await makeUser(db)];
  const { sampleId, irId } = await makeSample(db);
  const mine = await dismissFinding(db, ada.actor, { sampleId, irId, ...FINDING });
  const other = { ...FINDING, message: "another" };
  const hers = await dismissFinding(db, bea.actor, { sampleId, irId, ...other });
  const expected = [mine, { ...hers, byMe: false }];

  const leased = await claimNext(db, ada.actor);
  expect(leasedSampleSchema.parse(leased)).toEqual(leased);
  expect(leased).toMatchObject({ dismissals: expected, risk: null });
  const detail = await getSample(db, ada.actor, sampleId);
  expect(sampleDetailSchema.parse(detail)).toEqual(detail);
  expect(detail).toMatchObject({ dismissals: expected, risk: null });
});

dbTest("people take back their own word, admins anybody's", async ({ db }) => {
  const [ada, bea] = [await makeUser(db), await makeUser(db)];
  const admin = await makeUser(db, { role: "admin" });
  const { sampleId, irId } = await makeSample(db);
  const request = { sampleId, irId, ...FINDING };
  const { id } = await dismissFinding(db, ada.actor, request);
  await expect(retractDismissal(db, bea.actor, id)).rejects.toMatchObject({
    code: "forbidden",
    reason: "not_your_dismissal",
  });
  await retractDismissal(db, ada.actor, id);
  await retractDismissal(db, ada.actor, id);
  expect(await db.auditEvent.count({ where: { action: "finding.dismissal_retracted" } })).toBe(1);
  const again = await dismissFinding(db, ada.actor, request);
  expect(again.id).not.toBe(id);
  await retractDismissal(db, admin.actor, again.id);
  expect(await db.findingDismissal.count()).toBe(0);
});

dbTest("a finding of a version that the sample does not have is refused", async ({ db }) => {
  const { actor } = await makeUser(db);
  const [one, other] = await makeCorpus(db, { samples: 2 });
  const request = { sampleId: one?.sampleId ?? 0, irId: other?.irId ?? "", ...FINDING };
  await expect(dismissFinding(db, actor, request)).rejects.toMatchObject({ code: "not_found" });
});

dbTest("any finding can be dismissed by its name", async ({ db }) => {
  const { actor } = await makeUser(db);
  const { sampleId, irId } = await makeSample(db);
  const hostile = { check: "schema_invalid", path: `/${"é".repeat(5_000)}`, message: "\0\ud800 x" };
  const name = nameFinding(hostile);
  const request = dismissFindingSchema.parse({ sampleId, irId, ...name });
  expect(await dismissFinding(db, actor, request)).toMatchObject(name);
});

dbTest("what is called not a problem makes no risk, now and after later checks", async ({ db }) => {
  const { actor } = await makeUser(db);
  const irRaw = '{"intent": 1, "signature": 2, "effects": [3]}';
  const { sampleId, irId } = await makeSample(db, { irRaw, isSchemaValid: false });
  await checkIrs(makeJobContext(db), { isAgain: false });
  const readRisk = async () => {
    const item = await db.queueItem.findUniqueOrThrow({ where: { sampleId } });
    const detail = await getSample(db, actor, sampleId);
    expect(detail.risk?.score).toBe(item.risk);
    return item.risk ?? Number.NaN;
  };
  const before = await readRisk();
  const { findings } = await getSample(db, actor, sampleId);
  expect(findings?.length).toBeGreaterThan(1);
  const dismissals = await Promise.all(
    findings?.map(({ check, path, message }) =>
      dismissFinding(db, actor, { sampleId, irId, check, path, message }),
    ) ?? [],
  );
  const after = await readRisk();
  expect(after).toBeLessThan(before);

  await db.irCheck.updateMany({ data: { checksVersion: "earlier" } });
  expect(await getSample(db, actor, sampleId)).toMatchObject({ findingsAreDated: true });
  await checkIrs(makeJobContext(db), { isAgain: false });
  expect(await readRisk()).toBe(after);
  expect(await getSample(db, actor, sampleId)).toMatchObject({ findingsAreDated: false });

  for (const { id } of dismissals) await retractDismissal(db, actor, id);
  expect(await readRisk()).toBe(before);
});
