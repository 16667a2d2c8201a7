const HOUR_MS = 60 * 60 * 1_000;

/** A session that nobody uses ends after this time. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
/** However busy, a session ends this long after the sign-in. */
export const SESSION_ABSOLUTE_MS = 7 * 24 * HOUR_MS;
/** The row is written this often at most, and not on every request. */
const EXTEND_AFTER_MS = 5 * 60 * 1_000;

/** When a session that is used at `now` ends. */
export function sessionExpiry(createdAt: Date, now: Date): Date {
  return new Date(
    Math.min(createdAt.getTime() + SESSION_ABSOLUTE_MS, now.getTime() + SESSION_IDLE_MS),
  );
}

/** The new end of a session that is used at `now`, or null while the stored one is close enough. */
export function extendedExpiry(
  session: { createdAt: Date; expiresAt: Date },
  now: Date,
): Date | null {
  const expiry = sessionExpiry(session.createdAt, now);
  return expiry.getTime() - session.expiresAt.getTime() >= EXTEND_AFTER_MS ? expiry : null;
}
