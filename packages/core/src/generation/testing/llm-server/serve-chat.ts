import { z } from "zod";
import { ApiError } from "./api-error.ts";
import { assertPace } from "./assert-admitted.ts";
import { chooseFault } from "./choose-fault.ts";
import { countTokens } from "./count-tokens.ts";
import { faultError } from "./fault-error.ts";
import { answerJson, deliver, type Outcome } from "./outcome.ts";
import { readAsked } from "./read-asked.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { ServerWorld } from "./server-world.ts";
import { bookWork, type Work, workOn } from "./work-on.ts";

/** A server of one's own knows this model and no other. */
const CHAT_MODEL = "local-ir-model";

const chatBodySchema = z.object({
  model: z.string(),
  messages: z
    .array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string().min(1) }))
    .min(1),
  max_tokens: z.int().min(1).optional(),
  max_completion_tokens: z.int().min(1).optional(),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

const FINISH_REASONS = {
  complete: "stop",
  truncated: "length",
  refused: "content_filter",
} as const;

/** `POST /v1/chat/completions`. @throws ApiError */
export function serveChat(world: ServerWorld, received: ReceivedRequest): Outcome {
  const parsed = chatBodySchema.safeParse(received.body);
  if (!parsed.success) throw new ApiError(400, "invalid_request_error", "not a chat request");
  const body = parsed.data;
  const turns = body.messages.map(({ role, content }) => ({ role, text: content }));
  const asked = readAsked(turns);
  Object.assign(received, { model: body.model, prompt: asked.prompt });
  if (body.model !== CHAT_MODEL) {
    throw new ApiError(404, "not_found_error", `The model ${body.model} does not exist.`);
  }
  const inputText = turns.map(({ text }) => text).join("\n");
  const limiter = world.findLimiter(body.model);
  assertPace(limiter, countTokens(inputText));
  const visit = world.countVisit(asked.userText);
  const fault = chooseFault(world.settings, { prompt: asked.userText, visit });
  received.fault = fault;
  const error = faultError(fault, world.settings);
  if (error !== null) throw error;
  const maxTokens = body.max_tokens ?? body.max_completion_tokens ?? 4096;
  const task = { model: body.model, asked, inputText, prefix: null, maxTokens };
  const work = workOn(world, task, fault);
  bookWork(received, work, priceWork(world, work));
  limiter?.countOutput(work.usage.outputTokens);
  return deliver(answerJson(200, writeCompletion(received.id, body.model, work)), fault);
}

function priceWork({ settings }: ServerWorld, { usage }: Work): number {
  const { input, output } = settings.chatPrices ?? { input: 0, output: 0 };
  return Math.round((usage.inputTokens * input + usage.outputTokens * output) * 1000);
}

function writeCompletion(id: string, model: string, { reply, usage }: Work) {
  const isRefused = reply.end === "refused";
  return {
    id: id.replace("req_", "chatcmpl-"),
    object: "chat.completion",
    created: Math.floor(Date.now() / 1000),
    model,
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: isRefused ? null : reply.text,
          refusal: isRefused ? "Refused on demand." : null,
        },
        finish_reason: FINISH_REASONS[reply.end],
        logprobs: null,
      },
    ],
    usage: {
      prompt_tokens: usage.inputTokens,
      completion_tokens: usage.outputTokens,
      total_tokens: usage.inputTokens + usage.outputTokens,
    },
  };
}
