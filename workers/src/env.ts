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
    /** Generation runs that this process works on at the same time, by shares of up to 8 requests. */
    GENERATION_CONCURRENCY: optionalText
      .transform((value) => (value === undefined ? 4 : Number(value)))
      .pipe(z.int().min(1).max(50)),
    /** How long one request to a model may take in all. */
    GENERATION_TIMEOUT_SECONDS: optionalText
      .transform((value) => (value === undefined ? 600 : Number(value)))
      .pipe(z.number().min(1).max(3_600)),
    /** The one of the web server; with it stored keys of providers are read. */
    FOUNDRY_SECRET: optionalText,
    /** Goes before a key that an admin stored. */
    ANTHROPIC_API_KEY: optionalText,
    /** Another address than Anthropic's own, for a gateway or a stand-in. */
    ANTHROPIC_BASE_URL: optionalText.refine(
      (value) => value === undefined || /^https?:\/\//.test(value),
      "must start with http:// or https://",
    ),
    /** File whose age tells the health check whether the worker lives. */
    WORKER_ALIVE_FILE: optionalText,
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    uploadsDir: join(env.FOUNDRY_DATA_DIR, "uploads"),
    concurrency: { main: env.WORKER_CONCURRENCY, llm: env.GENERATION_CONCURRENCY },
    providerAccess: {
      secret: env.FOUNDRY_SECRET ?? null,
      environmentKey: env.ANTHROPIC_API_KEY ?? null,
      baseUrl: env.ANTHROPIC_BASE_URL ?? null,
      timeoutMs: env.GENERATION_TIMEOUT_SECONDS * 1_000,
    },
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
