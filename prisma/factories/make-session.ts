import { randomBytes, randomUUID } from "node:crypto";
import type { Database, Session } from "../client.ts";

const TWELVE_HOURS_MS = 12 * 60 * 60 * 1_000;

/** A signed-in browser. Its cookie is `token`, signed with the secret of the server under test. */
export async function makeSession(
  db: Database,
  options: { userId: string; expiresAt?: Date },
): Promise<Session> {
  return db.session.create({
    data: {
      id: randomUUID(),
      token: randomBytes(24).toString("base64url"),
      userId: options.userId,
      expiresAt: options.expiresAt ?? new Date(Date.now() + TWELVE_HOURS_MS),
    },
  });
}
