import { claimQueueItems } from "@foundry/core/reviews/claim-statement";
import { createDatabase, type Database } from "@foundry/prisma/client";
import { makeCorpus } from "@foundry/prisma/factories/make-corpus";
import { makeUser } from "@foundry/prisma/factories/make-user";
import { migrate } from "@foundry/prisma/migrate";
import { startTemporaryPostgres } from "@foundry/prisma/temporary-postgres";
import pg from "pg";

const SAMPLES = 4_000;
const ROUNDS = 5;
/** The product's statement, as fast as the same SQL sent by the bare driver. */
const LIMIT_RATIO = 0.25;

/** What a claim is at least: the same rows found and leased, sent by the driver without our code. */
const RAW_CLAIM = `
  WITH chosen AS MATERIALIZED (
    SELECT sample_id FROM queue_item
    WHERE state = 'pending' AND (lease_owner_id IS NULL OR lease_expires_at <= now())
    ORDER BY priority DESC, risk ASC NULLS LAST, sample_id
    LIMIT 1
    FOR UPDATE SKIP LOCKED
  )
  UPDATE queue_item q
  SET lease_owner_id = $1, lease_token = lease_token + 1, lease_expires_at = now() + interval '120 s'
  FROM chosen WHERE q.sample_id = chosen.sample_id
  RETURNING q.sample_id, q.lease_token`;

/** Claims a second of core's statement against the raw statement, alternating in one run. */
export async function measureClaim(): Promise<boolean> {
  const server = await startTemporaryPostgres();
  await migrate(server.url());
  const db = createDatabase(server.url(), { poolSize: 16 });
  const pool = new pg.Pool({ connectionString: server.url(), max: 16 });
  // The pool says it has ended before its last connections have: the stopping server closes those.
  pool.on("error", (error) => {
    if (!pool.ending) throw error;
  });
  await makeCorpus(db, { samples: SAMPLES });
  const { id } = await makeUser(db);

  const ours = async () => (await claimQueueItems(db, { reviewerId: id, limit: 1 })).length > 0;
  const raw = async () => {
    const { rowCount } = await pool.query({ name: "raw-claim", text: RAW_CLAIM, values: [id] });
    return rowCount === 1;
  };
  let isGood = true;
  for (const claimers of [1, 8]) {
    const rates: { ours: number[]; raw: number[] } = { ours: [], raw: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.ours.push(await drain(db, claimers, ours));
      rates.raw.push(await drain(db, claimers, raw));
    }
    const [ourRate, rawRate] = [median(rates.ours), median(rates.raw)];
    const ratio = ourRate / rawRate;
    isGood &&= ratio >= LIMIT_RATIO;
    console.log(
      `  ${claimers} at a time: core ${ourRate.toFixed(0)}/s, raw ${rawRate.toFixed(0)}/s, ratio ${ratio.toFixed(2)} (limit ${LIMIT_RATIO})`,
    );
  }
  await Promise.all([db.$disconnect(), pool.end()]);
  await server.stop();
  return isGood;
}

/** Claims everything that waits; answers with claims a second. */
async function drain(
  db: Database,
  claimers: number,
  claim: () => Promise<boolean>,
): Promise<number> {
  await db.$executeRaw`UPDATE queue_item SET lease_owner_id = NULL, lease_expires_at = NULL`;
  await db.$executeRaw`VACUUM ANALYZE queue_item`;
  const startedAt = performance.now();
  const counts = await Promise.all(
    Array.from({ length: claimers }, async () => {
      let count = 0;
      while (await claim()) count += 1;
      return count;
    }),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total !== SAMPLES) throw new Error(`${total} claims of ${SAMPLES} samples`);
  return total / ((performance.now() - startedAt) / 1000);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
