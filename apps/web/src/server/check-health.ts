import "server-only";
import { describeQueueBackend, pingQueueBackend } from "@foundry/core/jobs/queue-backend";
import { logger } from "@foundry/core/logger";
import { withDeadline } from "@foundry/core/loops/with-deadline";
import type { Database } from "@foundry/prisma/client";
import { version } from "../../package.json";
import { readEnv } from "../env";
import type { Health } from "./health.schema";

const ANSWER_WITHIN_MS = 2_000;

/** Asks every part that a request may need. */
export async function checkHealth(db: Database): Promise<Health> {
  const { redisUrl } = readEnv();
  const [database, queue] = await Promise.all([
    check(
      "database",
      withDeadline(ANSWER_WITHIN_MS, "the database's answer", db.$queryRaw`SELECT 1`),
    ),
    check("queue", pingQueueBackend(db, redisUrl)),
  ]);
  return {
    status: database === "ok" && queue === "ok" ? "ok" : "down",
    database: { status: database },
    queue: { status: queue, backend: describeQueueBackend(redisUrl) },
    version,
  };
}

async function check(part: string, answer: Promise<unknown>): Promise<"ok" | "down"> {
  try {
    await answer;
    return "ok";
  } catch (error) {
    logger.warn({ part, err: error }, "a part of the studio does not answer");
    return "down";
  }
}
