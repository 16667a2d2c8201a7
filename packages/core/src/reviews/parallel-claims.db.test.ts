import type { Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { expect } from "vitest";
import type { Actor } from "../auth/actor.ts";
import { claimSample } from "./claim-sample.ts";
import { claimQueueItems } from "./claim-statement.ts";
import { recordReview } from "./record-review.ts";
import { LEASE_SECONDS } from "./review.schema.ts";
import { makeVerdict } from "./testing/make-verdict.ts";

const CLAIMERS = 20;
const SAMPLES = 1_000;
/** Far more than a fair share; ends the other pattern, which would claim each sample ten times. */
const MAX_CLAIMS_EACH = (3 * SAMPLES) / CLAIMERS;

interface Claimer {
  db: Database;
  actor: Actor;
}

type Claim = (claimer: Claimer) => Promise<number | undefined>;

dbTest(
  `${CLAIMERS} claimers on ${SAMPLES} samples get every sample exactly once; find-then-update does not`,
  async ({ db, connect }) => {
    const samples = await makeCorpus(db, { samples: SAMPLES });
    const claimers = await makeClaimers(db, connect);

    const peer = await drain(claimers, findThenUpdate);
    await db.$executeRaw`UPDATE queue_item SET lease_owner_id = NULL, lease_expires_at = NULL`;
    const ours = await drain(claimers, claimOne);

    report("one statement", ours);
    report("find, then update", peer);
    expect(ours.claimed.toSorted((one, other) => one - other)).toEqual(
      samples.map(({ sampleId }) => sampleId),
    );
    expect(peer.doubleCount).toBeGreaterThan(0);
  },
);

dbTest(
  `${CLAIMERS} reviewers on ${SAMPLES} samples review every sample exactly once`,
  async ({ db, connect }) => {
    const samples = await makeCorpus(db, { samples: SAMPLES });
    const reviewers = await makeClaimers(db, connect);

    const ours = await drain(reviewers, async ({ db: own, actor }) => {
      const sample = await claimSample(own, actor, { includeSkipped: false });
      if (!sample) return undefined;
      await recordReview(own, actor, makeVerdict(sample, "accept"));
      return sample.sampleId;
    });

    report("claim and verdict", ours);
    const reviews = await db.review.findMany({
      select: { sampleId: true },
      orderBy: { sampleId: "asc" },
    });
    expect(reviews.map(({ sampleId }) => sampleId)).toEqual(
      samples.map(({ sampleId }) => sampleId),
    );
    expect(await db.queueItem.count({ where: { state: "accepted", leaseOwnerId: null } })).toBe(
      SAMPLES,
    );
    expect(await db.auditEvent.count({ where: { action: "sample.accepted" } })).toBe(SAMPLES);
  },
);

/** Each on a connection of its own, as separate processes would be. */
async function makeClaimers(
  db: Database,
  connect: (options: { poolSize: number }) => Database,
): Promise<Claimer[]> {
  return Promise.all(
    Array.from({ length: CLAIMERS }, async () => ({
      db: connect({ poolSize: 1 }),
      actor: (await makeUser(db)).actor,
    })),
  );
}

const claimOne: Claim = async ({ db, actor }) => {
  const [claimed] = await claimQueueItems(db, { reviewerId: actor.userId, limit: 1 });
  return claimed?.sampleId;
};

/** What other tools do: look for a free row, then write one's name on it. */
const findThenUpdate: Claim = async ({ db, actor }) => {
  const free = await db.queueItem.findFirst({
    where: { state: "pending", leaseOwnerId: null },
    orderBy: [{ priority: "desc" }, { sampleId: "asc" }],
  });
  if (!free) return undefined;
  await db.queueItem.update({
    where: { sampleId: free.sampleId },
    data: {
      leaseOwnerId: actor.userId,
      leaseToken: { increment: 1 },
      leaseExpiresAt: new Date(Date.now() + LEASE_SECONDS * 1_000),
    },
  });
  return free.sampleId;
};

async function drain(claimers: Claimer[], claim: Claim) {
  await Promise.all(claimers.map(({ db }) => db.$queryRaw`SELECT 1`));
  const startedAt = performance.now();
  const perClaimer = await Promise.all(
    claimers.map(async (claimer) => {
      const claimed: number[] = [];
      while (claimed.length < MAX_CLAIMS_EACH) {
        const id = await claim(claimer);
        if (id === undefined) break;
        claimed.push(id);
      }
      return claimed;
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const claimed = perClaimer.flat();
  const doubleCount = claimed.length - new Set(claimed).size;
  return { claimed, doubleCount, perSecond: Math.round(claimed.length / seconds) };
}

function report(
  name: string,
  { claimed, doubleCount, perSecond }: Awaited<ReturnType<typeof drain>>,
) {
  process.stdout.write(
    `${CLAIMERS} claimers, ${SAMPLES} samples, ${name}: ${claimed.length} claims, ` +
      `${doubleCount} doubles, ${perSecond}/s\n`,
  );
}
