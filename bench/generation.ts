import { measurePace } from "@foundry/core/generation/testing/measure-pace";
import { makeWorkerKit } from "@foundry/core/generation/testing/worker-kit";
import { createDatabase } from "@foundry/prisma/client";
import { migrate } from "@foundry/prisma/migrate";
import { startTemporaryPostgres } from "@foundry/prisma/temporary-postgres";

/** A small account's limit. */
const PER_MINUTE = 60;
const MINUTES = 3;
/** Nothing is known about the limit before the first answers. */
const WARM_UP_MS = 60_000;
const LIMIT_RATIO = 0.9;

/** How much of a provider's rate limit two worker processes use together, without crossing it. */
export async function measureGeneration(): Promise<boolean> {
  const server = await startTemporaryPostgres();
  await migrate(server.url());
  const db = createDatabase(server.url());
  const kit = await makeWorkerKit({ db, databaseUrl: server.url() });
  // A bucket of a second or two, so that unevenness shows at once.
  const limits = { requestsPerMinute: PER_MINUTE, burst: 2 };
  await kit.provider.configure({ limits, latencyMs: 2_000, retryAfterSeconds: 1 });
  await Promise.all([kit.startWorker(), kit.startWorker()]);
  const catalogue = { seed: "bench", count: PER_MINUTE * MINUTES };
  const { id } = await kit.order(catalogue, { maxInFlight: 16 });
  const run = await kit.untilAtRest(id);
  const { requests } = await kit.provider.read();
  const pace = measurePace(requests, WARM_UP_MS);
  await kit.close();
  await db.$disconnect();
  await server.stop();

  const ratio = pace.perMinute / PER_MINUTE;
  console.log(
    `  two workers at ${PER_MINUTE} requests/min: ${pace.perMinute.toFixed(1)}/min after the first minute, ratio ${ratio.toFixed(3)} (limit ${LIMIT_RATIO})`,
  );
  console.log(
    `  refused: ${pace.refusedCount} in all, ${pace.refusedLateCount} after the first minute (limit 0)`,
  );
  return run.state === "done" && ratio >= LIMIT_RATIO && pace.refusedLateCount === 0;
}
