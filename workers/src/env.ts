import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/** `FOO=` in an .env file means the same as no FOO. */
const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

const envSchema = z
  .object({
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
    /** Set: the queue runs on this Redis. Unset: it runs on the Postgres that is there anyway. */
    REDIS_URL: optionalText.refine(
      (value) => value === undefined || /^rediss?:\/\//.test(value),
      "must start with redis:// or rediss://",
    ),
    /** Folder of uploaded files, the same one as the web server's. */
    FOUNDRY_DATA_DIR: z.string().min(1),
    /** Read by the logger itself; checked here, because a typo would silence it. */
    LOG_LEVEL: optionalText.pipe(
      z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).optional(),
    ),
    /** Jobs that run at the same time in this process. */
    WORKER_CONCURRENCY: optionalText
      .transform((value) => (value === undefined ? 4 : Number(value)))
      .pipe(z.int().min(1).max(100)),
    /** File whose age tells the health check whether the worker lives. */
    WORKER_ALIVE_FILE: optionalText,
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    uploadsDir: join(env.FOUNDRY_DATA_DIR, "uploads"),
    concurrency: env.WORKER_CONCURRENCY,
    aliveFile: env.WORKER_ALIVE_FILE ?? join(tmpdir(), "foundry-worker.alive"),
  }));

export type Env = z.output<typeof envSchema>;

/** @throws Error that lists every bad variable, in words for the person who starts the worker */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    throw new Error(
      `The environment of the worker is not usable.\n${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}
