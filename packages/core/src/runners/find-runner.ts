import type { Database } from "@foundry/prisma/client";
import { sha256Hex } from "../database/sha256.ts";
import { isRunnerToken } from "./runner-token-format.ts";

/** The machine that asks. It may take tasks, and touch those that it holds. */
export interface RunnerIdentity {
  runnerId: string;
}

/**
 * Which runner a token belongs to; null when it is unknown or revoked. Notes that the runner was
 * seen, at most every five seconds.
 */
export async function findRunner(db: Database, token: string): Promise<RunnerIdentity | null> {
  if (!isRunnerToken(token)) return null;
  const [found] = await db.$queryRaw<{ id: string; isSeenStale: boolean }[]>`
    SELECT id::text,
      last_seen_at IS NULL OR last_seen_at < now() - interval '5 seconds' AS "isSeenStale"
    FROM runner WHERE token_sha256 = ${sha256Hex(token)} AND revoked_at IS NULL`;
  if (found === undefined) return null;
  if (found.isSeenStale) {
    await db.$executeRaw`UPDATE runner SET last_seen_at = now() WHERE id = ${found.id}::uuid`;
  }
  return { runnerId: found.id };
}
