import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import { recordReview } from "./record-review.ts";
import { queueSummarySchema } from "./review.schema.ts";
import { summariseQueue } from "./summarise-queue.ts";
import { claimNext } from "./testing/claim-next.ts";
import { expireLeases } from "./testing/expire-leases.ts";
import { makeVerdict } from "./testing/make-verdict.ts";
import { undoReview } from "./undo-review.ts";

dbTest("an empty queue counts nothing", async ({ db }) => {
  const { actor } = await makeUser(db);
  const summary = await summariseQueue(db, actor);
  expect(new Set(Object.values(summary))).toEqual(new Set([0]));
});

dbTest("every sample is counted once, as each reviewer sees it", async ({ db }) => {
  await makeCorpus(db, { samples: 10 });
  const ada = await makeUser(db);
  const bob = await makeUser(db);
  for (const verdict of ["accept", "accept", "correct", "reject", "skip"] as const) {
    await recordReview(db, ada.actor, makeVerdict(await claimNext(db, ada.actor), verdict));
  }
  const undone = makeVerdict(await claimNext(db, bob.actor), "accept");
  await recordReview(db, bob.actor, undone);
  await undoReview(db, bob.actor, undone.id);
  await claimNext(db, ada.actor);

  const seenByAda = {
    total: 10,
    pending: 6,
    available: 4,
    leasedByMe: 1,
    // Bob holds what Ada skipped, so for her it counts as leased and not as skipped.
    leasedByOthers: 1,
    skippedByMe: 0,
    accepted: 2,
    corrected: 1,
    rejected: 1,
    decidedByMe: 4,
  };
  expect(queueSummarySchema.parse(await summariseQueue(db, ada.actor))).toEqual(seenByAda);
  expect(await summariseQueue(db, bob.actor)).toEqual({ ...seenByAda, decidedByMe: 0 });

  await expireLeases(db);
  expect(await summariseQueue(db, ada.actor)).toEqual({
    ...seenByAda,
    available: 5,
    leasedByMe: 0,
    leasedByOthers: 0,
    skippedByMe: 1,
  });
});
