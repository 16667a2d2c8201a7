import { z } from "zod";
import { ApiError } from "./api-error.ts";
import type { ChatTurn } from "./read-asked.ts";
import { findSchemaProblem } from "./schema-subset.ts";

const textBlockSchema = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1),
  cache_control: z
    .strictObject({ type: z.literal("ephemeral"), ttl: z.enum(["5m", "1h"]).optional() })
    .nullish(),
});
const contentSchema = z.union([z.string().min(1), z.array(textBlockSchema).min(1)]);

const countedFields = {
  model: z.string(),
  system: z.union([z.string(), z.array(textBlockSchema)]).optional(),
  messages: z
    .array(z.strictObject({ role: z.enum(["user", "assistant"]), content: contentSchema }))
    .min(1),
  output_config: z
    .strictObject({
      effort: z.enum(["low", "medium", "high", "xhigh", "max"]).nullish(),
      format: z
        .strictObject({
          type: z.literal("json_schema"),
          schema: z.record(z.string(), z.unknown()),
        })
        .nullish(),
    })
    .optional(),
};

/** Strict: a field that newer models refuse, such as `temperature`, is refused here too. */
const messageBodySchema = z.strictObject({ ...countedFields, max_tokens: z.int().min(1) });
const countBodySchema = z.strictObject(countedFields);

export type MessageBody = z.output<typeof messageBodySchema>;
export type CountBody = z.output<typeof countBodySchema>;

/** @throws ApiError 400 */
export function readMessageBody(body: unknown): MessageBody {
  return assertUsable(parse(messageBodySchema, body));
}

/** @throws ApiError 400 */
export function readCountBody(body: unknown): CountBody {
  return assertUsable(parse(countBodySchema, body));
}

function parse<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError(400, "invalid_request_error", z.prettifyError(parsed.error));
}

function assertUsable<Body extends CountBody>(body: Body): Body {
  if (body.messages.at(-1)?.role !== "user") {
    throw new ApiError(400, "invalid_request_error", "The last message must be the user's.");
  }
  const schema = body.output_config?.format?.schema;
  const problem = schema === undefined ? null : findSchemaProblem(schema);
  if (problem !== null) {
    throw new ApiError(400, "invalid_request_error", `output_config.format.schema: ${problem}`);
  }
  return body;
}

export function listTurns({ messages }: CountBody): ChatTurn[] {
  return messages.map(({ role, content }) => ({
    role,
    text: typeof content === "string" ? content : content.map(({ text }) => text).join(""),
  }));
}

/** All of the system text up to the last mark; null without a mark. */
export function findCachedPrefix({ system, output_config }: CountBody): string | null {
  if (system === undefined || typeof system === "string") return null;
  const end = system.findLastIndex(({ cache_control }) => cache_control != null);
  if (end < 0) return null;
  const texts = system.slice(0, end + 1).map(({ text }) => text);
  // The schema stands before the system text, so another one makes another beginning.
  return [JSON.stringify(output_config?.format ?? null), ...texts].join("\n");
}

/** Everything that counts as input. */
export function joinInput(body: CountBody): string {
  const system = typeof body.system === "string" ? [{ text: body.system }] : (body.system ?? []);
  const texts = [...system, ...listTurns(body)].map(({ text }) => text);
  return [JSON.stringify(body.output_config?.format ?? null), ...texts].join("\n");
}
