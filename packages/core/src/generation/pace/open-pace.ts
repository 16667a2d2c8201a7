import type { Database } from "@foundry/prisma/client";

/** Makes the row of a pace where it is missing. The limits of an earlier time are kept. */
export async function openPace(db: Database, key: string): Promise<void> {
  await db.$executeRaw`INSERT INTO llm_pace (key) VALUES (${key}) ON CONFLICT DO NOTHING`;
}
