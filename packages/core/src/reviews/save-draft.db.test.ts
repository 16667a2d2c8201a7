import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { discardDraft } from "./discard-draft.ts";
import { draftSchema } from "./review.schema.ts";
import { saveDraft } from "./save-draft.ts";
import { claimNext } from "./testing/claim-next.ts";

const CHECKLIST = [true, false, false, true];

dbTest("the newest save is what the desk gets back, for each person their own", async ({ db }) => {
  const { sampleId, irId: baseIrId } = await makeSample(db);
  const ada = await makeUser(db);
  const bob = await makeUser(db);
  const irRaw = '{ "half": "\\u0000 \\ud800 é 😀",\r\n';

  await saveDraft(db, bob.actor, sampleId, {
    baseIrId,
    irRaw: "bob's",
    checklist: CHECKLIST,
    note: null,
  });
  await saveDraft(db, ada.actor, sampleId, {
    baseIrId,
    irRaw: "",
    checklist: CHECKLIST,
    note: "first",
  });
  const saved = await saveDraft(db, ada.actor, sampleId, {
    baseIrId,
    irRaw,
    checklist: CHECKLIST,
    note: null,
  });

  expect(draftSchema.parse(saved)).toEqual(saved);
  expect(saved).toMatchObject({ baseIrId, irRaw, checklist: CHECKLIST, note: null });
  expect((await claimNext(db, ada.actor)).draft).toEqual(saved);
});

dbTest("a discarded draft is gone, and discarding again does no harm", async ({ db }) => {
  const { sampleId, irId: baseIrId } = await makeSample(db);
  const { actor } = await makeUser(db);
  await saveDraft(db, actor, sampleId, { baseIrId, irRaw: "{", checklist: CHECKLIST, note: null });

  await discardDraft(db, actor, sampleId);
  await discardDraft(db, actor, sampleId);

  expect((await claimNext(db, actor)).draft).toBeNull();
});

dbTest("a draft for a sample that does not exist is not found", async ({ db }) => {
  const { irId: baseIrId } = await makeSample(db);
  const { actor } = await makeUser(db);
  await expect(
    saveDraft(db, actor, 4_711, { baseIrId, irRaw: "{", checklist: CHECKLIST, note: null }),
  ).rejects.toMatchObject({ code: "not_found" });
});
