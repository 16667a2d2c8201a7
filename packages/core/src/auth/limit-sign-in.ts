import type { Database, Prisma } from "@foundry/prisma/client";
import { inTransaction } from "../database/in-transaction.ts";
import { sha256Hex } from "../database/sha256.ts";
import { DomainError } from "../errors.ts";
import { normaliseEmail } from "./normalise-email.ts";
import { addressKey } from "./sign-in-key.ts";

export const SIGN_INS_PER_ACCOUNT = 5;
export const SIGN_INS_PER_ADDRESS = 30;

/** Attempts are counted in windows this long; the limits hold over any minute. */
const WINDOW_SECONDS = 10;
const COUNTED_SECONDS = 60 + WINDOW_SECONDS;

/**
 * Counts one attempt to sign in, before the password is looked at, and refuses it when the account
 * had five or the address thirty within a minute. An unknown account is counted like any other. A
 * refusal does not count against the account: 70 seconds after an attack ends its owner gets in.
 *
 * @throws DomainError `rate_limited`
 */
export async function limitSignIn(
  db: Database,
  { email, ipAddress }: { email: string; ipAddress: string | null },
): Promise<void> {
  const isAllowed = await inTransaction(db, async (tx) => {
    await sweepExpired(tx);
    // Always the address first: a fixed order of locks cannot deadlock.
    if (!(await countAttempt(tx, addressKey(ipAddress), SIGN_INS_PER_ADDRESS))) return false;
    return countAttempt(tx, accountKey(email), SIGN_INS_PER_ACCOUNT);
  });
  if (isAllowed) return;
  throw new DomainError(
    "rate_limited",
    "Too many attempts to sign in. Wait a minute, then try again.",
    { retryAfterSeconds: COUNTED_SECONDS },
  );
}

/** Hashed, so that the table lists nobody's address and no key is longer than another. */
function accountKey(email: string): string {
  return `account:${sha256Hex(normaliseEmail(email))}`;
}

/**
 * The lock makes the sum exact: without it, attempts at the turn of a window would not see each
 * other and twice the limit could pass.
 */
async function countAttempt(
  tx: Prisma.TransactionClient,
  key: string,
  limit: number,
): Promise<boolean> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 1))`;
  const countedRows = await tx.$executeRaw`
    INSERT INTO rate_limit_window AS w (key, window_start, count)
    SELECT ${key}, date_bin(make_interval(secs => ${WINDOW_SECONDS}), clock_timestamp(), 'epoch'), 1
    WHERE ${limit} > (
      SELECT coalesce(sum(count), 0) FROM rate_limit_window
      WHERE key = ${key}
        AND window_start > clock_timestamp() - make_interval(secs => ${COUNTED_SECONDS}))
    ON CONFLICT (key, window_start) DO UPDATE SET count = w.count + 1`;
  return countedRows === 1;
}

/** Each attempt clears what no longer counts, so that the table stays as small as a minute. */
async function sweepExpired(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM rate_limit_window WHERE (key, window_start) IN (
      SELECT key, window_start FROM rate_limit_window
      WHERE window_start <= clock_timestamp() - make_interval(secs => ${COUNTED_SECONDS})
      LIMIT 100 FOR UPDATE SKIP LOCKED)`;
}
