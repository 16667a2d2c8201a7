import { type Database, Prisma } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeSample } from "@foundry/prisma/factories/make-sample";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { dbTest } from "@foundry/prisma/testing/db-test";
import { afterEach, expect, vi } from "vitest";
import { claimSample } from "./claim-sample.ts";
import { claimQueueItems } from "./claim-statement.ts";
import { heartbeatLease } from "./heartbeat-lease.ts";
import { recordReview } from "./record-review.ts";
import { releaseLease } from "./release-lease.ts";
import { leasedSampleSchema } from "./review.schema.ts";
import { claimNext } from "./testing/claim-next.ts";
import { expireLeases } from "./testing/expire-leases.ts";
import { makeVerdict } from "./testing/make-verdict.ts";

const ANY = { includeSkipped: false };

afterEach(() => {
  vi.useRealTimers();
});

dbTest("a claim gives the prompt, the IR and a lease of two minutes", async ({ db }) => {
  const made = await makeSample(db, { category: "edge_cases", source: "ada.jsonl" });
  const { actor } = await makeUser(db);

  const claimed = await claimNext(db, actor);

  expect(leasedSampleSchema.parse(claimed)).toEqual(claimed);
  expect(claimed).toMatchObject({
    sampleId: made.sampleId,
    leaseToken: 1,
    round: 1,
    prompt: { text: made.promptText, category: "edge_cases", source: "ada.jsonl" },
    ir: { id: made.irId, version: 1, raw: made.irRaw, isSchemaValid: true },
    draft: null,
  });
  const [{ seconds } = { seconds: 0 }] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM lease_expires_at - now())::float8 AS seconds FROM queue_item`;
  expect(seconds).toBeGreaterThan(110);
  expect(seconds).toBeLessThanOrEqual(120);
});

dbTest("samples come by priority, then in the order they arrived", async ({ db }) => {
  const made = await makeCorpus(db, {
    samples: 4,
    each: (index) => ({ priority: index === 2 ? 5 : 0 }),
  });
  const { actor } = await makeUser(db);
  const order: number[] = [];
  for (
    let next = await claimSample(db, actor, ANY);
    next;
    next = await claimSample(db, actor, ANY)
  ) {
    order.push(next.sampleId);
    await recordReview(db, actor, makeVerdict(next, "accept"));
  }
  expect(order).toEqual([2, 0, 1, 3].map((index) => made[index]?.sampleId));
});

dbTest(
  "of one priority, what is most likely right comes first, the unchecked last",
  async ({ db }) => {
    const risks = [null, 0.9, 0.2, 0.2, 0];
    const made = await makeCorpus(db, {
      samples: risks.length,
      each: (index) => ({ risk: risks[index] ?? null, priority: index === 1 ? 1 : 0 }),
    });
    const { actor } = await makeUser(db);
    const order: number[] = [];
    for (const _ of risks) {
      const next = await claimNext(db, actor);
      order.push(next.sampleId);
      await recordReview(db, actor, makeVerdict(next, "accept"));
    }
    expect(order).toEqual([1, 4, 2, 3, 0].map((index) => made[index]?.sampleId));
  },
);

dbTest("the claim reads its index in order, however many samples wait", async ({ db }) => {
  await makeCorpus(db, { samples: 1_000, each: (index) => ({ risk: (index % 100) / 100 }) });
  await db.$executeRaw`ANALYZE queue_item`;
  const { actor } = await makeUser(db);
  const plan = await explainClaim(db, actor.userId);
  expect(plan).toContain("queue_item_claim_idx");
  expect(plan).not.toContain("Sort");
});

/** The plan of a claim's own statement, as Postgres logs it for this session. */
async function explainClaim(db: Database, reviewerId: string): Promise<string> {
  const seen: string[] = [];
  const watched = {
    $queryRaw: async (parts: TemplateStringsArray, ...values: unknown[]) => {
      const statement = Prisma.sql(parts, ...values);
      const rows = await db.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${statement}`);
      seen.push(...rows.map((row) => row["QUERY PLAN"]));
      return [];
    },
  };
  await claimQueueItems(watched as never, { reviewerId, limit: 1 });
  return seen.join("\n");
}

dbTest("an empty queue gives null", async ({ db }) => {
  const { actor } = await makeUser(db);
  expect(await claimSample(db, actor, ANY)).toBeNull();
});

dbTest(
  "asking again gives the same sample with the same token, even from two tabs at once",
  async ({ db }) => {
    await makeCorpus(db, { samples: 10 });
    const { actor } = await makeUser(db);

    const tabs = await Promise.all(Array.from({ length: 8 }, () => claimNext(db, actor)));
    const later = await claimNext(db, actor);

    expect(new Set([...tabs, later].map(({ sampleId }) => sampleId)).size).toBe(1);
    expect(new Set([...tabs, later].map(({ leaseToken }) => leaseToken))).toEqual(new Set([1]));
    expect(await db.queueItem.count({ where: { leaseOwnerId: { not: null } } })).toBe(1);
  },
);

dbTest(
  "an expired lease goes to whoever asks next, and its old token is worthless",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db);
    const bob = await makeUser(db);
    const first = await claimNext(db, ada.actor);
    expect(await claimSample(db, bob.actor, ANY)).toBeNull();

    await expireLeases(db);
    const second = await claimNext(db, bob.actor);

    expect(second.sampleId).toBe(first.sampleId);
    expect(second.leaseToken).toBe(first.leaseToken + 1);
    await expect(heartbeatLease(db, ada.actor, first)).rejects.toMatchObject({
      reason: "lease_lost",
    });
    expect(await claimSample(db, ada.actor, ANY)).toBeNull();
  },
);

dbTest("an expired lease that nobody took goes on with its token", async ({ db }) => {
  await makeCorpus(db, { samples: 2 });
  const { actor } = await makeUser(db);
  const claimed = await claimNext(db, actor);

  await expireLeases(db);
  const extended = await heartbeatLease(db, actor, claimed);
  expect(Date.parse(extended.leaseExpiresAt)).toBeGreaterThanOrEqual(
    Date.parse(claimed.leaseExpiresAt),
  );

  await expireLeases(db);
  expect(await claimNext(db, actor)).toMatchObject({
    sampleId: claimed.sampleId,
    leaseToken: claimed.leaseToken,
  });
});

dbTest("a heartbeat with another token, or of another person, is refused", async ({ db }) => {
  await makeSample(db);
  const ada = await makeUser(db);
  const bob = await makeUser(db);
  const { sampleId, leaseToken } = await claimNext(db, ada.actor);

  const lost = { code: "conflict", reason: "lease_lost" };
  await expect(
    heartbeatLease(db, ada.actor, { sampleId, leaseToken: leaseToken + 1 }),
  ).rejects.toMatchObject(lost);
  await expect(heartbeatLease(db, bob.actor, { sampleId, leaseToken })).rejects.toMatchObject(lost);
  await expect(heartbeatLease(db, ada.actor, { sampleId: 999, leaseToken })).rejects.toMatchObject(
    lost,
  );
});

dbTest(
  "a released sample is free at once, and still resumed by its reviewer if nobody took it",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db);
    const bob = await makeUser(db);
    const held = await claimNext(db, ada.actor);

    await releaseLease(db, ada.actor, { sampleId: held.sampleId, leaseToken: held.leaseToken - 1 });
    expect(await claimSample(db, bob.actor, ANY)).toBeNull();

    await releaseLease(db, ada.actor, held);
    expect(await claimNext(db, ada.actor)).toMatchObject({ leaseToken: held.leaseToken });

    await releaseLease(db, ada.actor, held);
    await releaseLease(db, ada.actor, held);
    expect(await claimNext(db, bob.actor)).toMatchObject({ sampleId: held.sampleId });
  },
);

dbTest(
  "a skipped sample goes to others, and back to its skipper only on request",
  async ({ db }) => {
    await makeSample(db);
    const ada = await makeUser(db);
    const bob = await makeUser(db);
    await recordReview(db, ada.actor, makeVerdict(await claimNext(db, ada.actor), "skip"));

    expect(await claimSample(db, ada.actor, ANY)).toBeNull();
    const taken = await claimNext(db, bob.actor);
    expect(await claimSample(db, ada.actor, { includeSkipped: true })).toBeNull();
    await recordReview(db, bob.actor, makeVerdict(taken, "skip"));
    expect(await claimSample(db, ada.actor, { includeSkipped: true })).toMatchObject({
      sampleId: taken.sampleId,
    });
  },
);

dbTest("claiming one sample by its id gives back the one held before", async ({ db }) => {
  const [first, second] = await makeCorpus(db, { samples: 2 });
  const ada = await makeUser(db);
  const bob = await makeUser(db);
  expect(await claimNext(db, ada.actor)).toMatchObject({ sampleId: first?.sampleId });

  const wanted = await claimNext(db, ada.actor, second?.sampleId);

  expect(wanted).toMatchObject({ sampleId: second?.sampleId, leaseToken: 1 });
  expect(await claimNext(db, bob.actor)).toMatchObject({ sampleId: first?.sampleId });
});

dbTest("claiming one sample by its id says why it cannot be had", async ({ db }) => {
  const [held, decided] = await makeCorpus(db, { samples: 2 });
  const ada = await makeUser(db, { name: "Ada" });
  const bob = await makeUser(db);
  const byId = (sampleId = 0) => claimSample(db, bob.actor, { includeSkipped: false, sampleId });
  const toDecide = await claimNext(db, ada.actor, decided?.sampleId);
  await recordReview(db, ada.actor, makeVerdict(toDecide, "accept"));
  await claimNext(db, ada.actor);

  await expect(byId(held?.sampleId)).rejects.toMatchObject({
    code: "conflict",
    reason: "leased_by_other",
    message: expect.stringContaining("Ada"),
  });
  await expect(byId(decided?.sampleId)).rejects.toMatchObject({
    code: "conflict",
    reason: "already_decided",
    message: expect.stringContaining("Ada"),
  });
  await expect(byId(4_711)).rejects.toMatchObject({ code: "not_found" });
});

dbTest("only the database's clock counts", async ({ db }) => {
  await makeSample(db);
  const ada = await makeUser(db);
  const bob = await makeUser(db);
  const held = await claimNext(db, ada.actor);

  for (const hours of [1, -1]) {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * 3_600_000 });
    expect(await claimSample(db, bob.actor, ANY)).toBeNull();
    expect(await claimNext(db, ada.actor)).toMatchObject({ leaseToken: held.leaseToken });
    vi.useRealTimers();
  }
});
