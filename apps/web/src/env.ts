import { isIP } from "node:net";
import { z } from "zod";

const MIN_SECRET_LENGTH = 32;

/** Variables of a group that are only useful together. */
const OIDC_NAMES = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** `FOO=` in an .env file means the same as no FOO. */
const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

const envSchema = z
  .object({
    NODE_ENV: z.string().optional(),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
    /** Set: the queue runs on this Redis. Unset: it runs on the Postgres that is there anyway. */
    REDIS_URL: optionalText.refine(
      (value) => value === undefined || /^rediss?:\/\//.test(value),
      "must start with redis:// or rediss://",
    ),
    /** Signs session cookies. Changing it signs everybody out. */
    FOUNDRY_SECRET: z
      .string()
      .min(MIN_SECRET_LENGTH, `must have ${MIN_SECRET_LENGTH} characters or more`),
    /** The address in the browser's address bar, without a path. */
    FOUNDRY_URL: z
      .string()
      .refine(isBareOrigin, "must be like https://foundry.example.org, without a path"),
    /** Folder of uploaded files. */
    FOUNDRY_DATA_DIR: z.string().min(1),
    /** Addresses or CIDR ranges, by comma, of the reverse proxies whose X-Forwarded-For is believed. */
    FOUNDRY_TRUSTED_PROXIES: optionalText
      .transform((value) => (value ?? "").split(",").flatMap((item) => item.trim() || []))
      .refine((items) => items.every(isAddressRange), "must be addresses or CIDR ranges, by comma"),
    OIDC_ISSUER: optionalText.refine(
      (value) => value === undefined || URL.canParse(value),
      "must be a URL",
    ),
    OIDC_CLIENT_ID: optionalText,
    OIDC_CLIENT_SECRET: optionalText,
  })
  .refine(
    (env) => [0, OIDC_NAMES.length].includes(OIDC_NAMES.filter((name) => env[name]).length),
    `${OIDC_NAMES.join(", ")} must be set together`,
  )
  .transform((env) => ({
    isProduction: env.NODE_ENV === "production",
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    secret: env.FOUNDRY_SECRET,
    origin: new URL(env.FOUNDRY_URL).origin,
    dataDir: env.FOUNDRY_DATA_DIR,
    trustedProxies: env.FOUNDRY_TRUSTED_PROXIES,
    singleSignOn:
      env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
        ? {
            issuer: env.OIDC_ISSUER.replace(/\/+$/, ""),
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
          }
        : null,
  }));

export type Env = z.output<typeof envSchema>;

/** @throws Error that lists every bad variable, in words for the person who starts the server */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    throw new Error(
      `The environment of the web server is not usable.\n${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}

let cached: Env | undefined;

/** Read on first use and not on import, because `next build` runs without any of the variables. */
export function readEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

function isBareOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash;
}

function isAddressRange(item: string): boolean {
  const [address = "", prefix] = item.split("/");
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (prefix === undefined) return bits > 0;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
}
