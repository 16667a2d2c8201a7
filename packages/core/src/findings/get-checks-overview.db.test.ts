import { randomUUID } from "node:crypto";
import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { CHECK_INFOS } from "../checks/check-catalogue.ts";
import { makeJobContext } from "../imports/testing/make-job-context.ts";
import { recordReview } from "../reviews/record-review.ts";
import { claimNext } from "../reviews/testing/claim-next.ts";
import { makeVerdict } from "../reviews/testing/make-verdict.ts";
import { undoReview } from "../reviews/undo-review.ts";
import { checkIrs } from "./check-irs.ts";
import { dismissFinding } from "./dismiss-finding.ts";
import { checksOverviewSchema } from "./finding.schema.ts";
import { getChecksOverview } from "./get-checks-overview.ts";

const NO_IR = '{"intent": {"summary": "Says what is missing here."}}';

const numbersOf = async (db: Database, check: string) => {
  const overview = await getChecksOverview(db, (await makeUser(db)).actor);
  expect(checksOverviewSchema.parse(overview)).toEqual(overview);
  return overview.checks.find((row) => row.check === check);
};

dbTest("every check is listed, also where nothing was found", async ({ db }) => {
  const overview = await getChecksOverview(db, (await makeUser(db)).actor);
  expect(checksOverviewSchema.parse(overview)).toEqual(overview);
  expect(overview).toMatchObject({ checkedIrs: 0, waitingIrs: 0, recall: [] });
  expect(overview.checks.map(({ check }) => check)).toEqual(CHECK_INFOS.map(({ id }) => id));
  expect(overview.checks.every(({ samples }) => samples === 0)).toBe(true);
});

dbTest("findings are counted as shown, borne out and dismissed", async ({ db }) => {
  const [ada, bea] = [await makeUser(db), await makeUser(db)];
  const samples = await makeCorpus(db, {
    samples: 5,
    each: (index) => (index < 4 ? { irRaw: NO_IR, isSchemaValid: false } : {}),
  });
  const good = samples[4]?.irRaw ?? "";
  const { waitingIrs } = await getChecksOverview(db, ada.actor);
  expect(waitingIrs).toBe(5);
  await checkIrs(makeJobContext(db), { isAgain: false });
  expect(await getChecksOverview(db, ada.actor)).toMatchObject({ checkedIrs: 5, waitingIrs: 0 });
  const { check } = await db.finding.findFirstOrThrow({ where: { errorType: "schema_invalid" } });
  const perIr = await db.finding.count({ where: { check, irId: samples[0]?.irId ?? "" } });
  expect(await numbersOf(db, check)).toEqual({ check, samples: 4, confirmed: 0, dismissed: 0 });

  const claim = (index: number) => claimNext(db, ada.actor, samples[index]?.sampleId);
  // Corrected: the findings are gone, so they were right.
  const corrected = makeVerdict(await claim(0), "correct", { irRaw: good });
  await recordReview(db, ada.actor, corrected);
  // Rejected for their error type.
  const rejected = { ...makeVerdict(await claim(1), "reject"), reasons: ["schema_invalid"] };
  await recordReview(db, ada.actor, rejected as never);
  // Rejected for another one.
  await recordReview(db, ada.actor, makeVerdict(await claim(2), "reject"));
  expect(await numbersOf(db, check)).toEqual({
    check,
    samples: 3,
    confirmed: 2 * perIr,
    dismissed: 0,
  });

  await undoReview(db, ada.actor, corrected.id);
  expect(await numbersOf(db, check)).toMatchObject({ samples: 4, confirmed: perIr });

  const finding = { check, path: "/signature", message: "is missing" };
  const { sampleId = 0, irId = randomUUID() } = samples[3] ?? {};
  for (const { actor } of [ada, bea])
    await dismissFinding(db, actor, { sampleId, irId, ...finding });
  expect(await numbersOf(db, check)).toMatchObject({ dismissed: 1 });
});
