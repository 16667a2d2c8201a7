import { z } from "zod";

/** What can go wrong with a request, on demand. */
export const FAULTS = [
  /** 429 with `retry-after`. */
  "rate_limit",
  "server_error",
  "overloaded",
  /** 504: a gateway gave up. */
  "gateway_timeout",
  /** Worked on and paid, and then no answer ever. */
  "hang",
  /** Worked on and paid, and then the connection ends before the first byte. */
  "reset",
  /** The connection ends in the middle of the body. */
  "reset_mid_reply",
  /** Status 200 and a body that is not JSON. */
  "malformed_body",
  /** A message whose text is broken JSON. */
  "malformed_json",
  /** A message that ends at the limit of tokens. */
  "truncated",
  "refusal",
  /** JSON, but no IR. */
  "wrong_schema",
  /** No text at all. */
  "empty",
  "bad_request",
  "too_large",
  "authentication",
  "permission",
  "payment",
  "spend_limit",
  "on_hold",
] as const;
export type Fault = (typeof FAULTS)[number];

/** What passes by itself, or ends one prompt: good for a rate. */
const PASSING_FAULTS: Fault[] = [
  "rate_limit",
  "server_error",
  "overloaded",
  "hang",
  "reset",
  "reset_mid_reply",
  "malformed_json",
  "truncated",
  "refusal",
  "wrong_schema",
];

const limitsSchema = z.strictObject({
  requestsPerMinute: z.int().min(1).nullable().default(null),
  inputTokensPerMinute: z.int().min(1).nullable().default(null),
  outputTokensPerMinute: z.int().min(1).nullable().default(null),
  /** Requests that may come at once after a rest; a minute's worth when left out. */
  burst: z.int().min(1).nullable().default(null),
});
export type ServerLimits = z.output<typeof limitsSchema>;

/** How the server behaves; what is left out in a change stays as it is. */
export const settingsSchema = z.strictObject({
  /** The same seed gives the same request of a prompt the same fault. */
  seed: z.string().default("1"),
  /** Share of the requests that go wrong. */
  faultRate: z.number().min(0).max(1).default(0),
  /** Drawn from by `faultRate`. */
  faults: z.array(z.enum(FAULTS)).min(1).default(PASSING_FAULTS),
  /** For the next requests in the order in which they come, before any rate. */
  script: z.array(z.enum([...FAULTS, "none"])).default([]),
  latencyMs: z.int().min(0).default(0),
  retryAfterSeconds: z.number().min(0).default(1),
  limits: limitsSchema.nullable().default(null),
  /** Keys that are let in; null: any. */
  apiKeys: z.array(z.string()).nullable().default(null),
  /** Texts that are given in answer to prompts, as they are. */
  replies: z.record(z.string(), z.string()).default({}),
  /** Sets of catalogue prompts whose blueprints are the answers. */
  catalogue: z.array(z.strictObject({ seed: z.string(), count: z.int().min(1) })).default([]),
  /** What is said of a model in place of `active`. */
  lifecycles: z
    .record(
      z.string(),
      z.strictObject({
        lifecycle: z.enum(["active", "deprecated", "retired"]),
        retiresAt: z.iso.datetime().nullable(),
      }),
    )
    .default({}),
  /** Milliseconds until a batch has ended; null: when it is told to. */
  batchMs: z.int().min(0).nullable().default(0),
  /** Dollars for a million tokens at the chat completions endpoint. */
  chatPrices: z.strictObject({ input: z.number(), output: z.number() }).nullable().default(null),
});
export type ServerSettings = z.output<typeof settingsSchema>;
export type ServerSettingsInput = z.input<typeof settingsSchema>;
