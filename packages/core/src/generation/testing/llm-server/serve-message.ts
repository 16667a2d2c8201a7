import { assertModel, assertPace } from "./assert-admitted.ts";
import { billCall } from "./bill-call.ts";
import { chooseFault } from "./choose-fault.ts";
import { countTokens } from "./count-tokens.ts";
import { faultError } from "./fault-error.ts";
import { findCachedPrefix, joinInput, listTurns, readMessageBody } from "./message-body.ts";
import { answerJson, deliver, type Outcome } from "./outcome.ts";
import { readAsked } from "./read-asked.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { ServerWorld } from "./server-world.ts";
import { bookWork, workOn } from "./work-on.ts";
import { writeMessage } from "./write-message.ts";

/** `POST /v1/messages`. @throws ApiError */
export function serveMessage(world: ServerWorld, received: ReceivedRequest): Outcome {
  const body = readMessageBody(received.body);
  const asked = readAsked(listTurns(body));
  Object.assign(received, { model: body.model, prompt: asked.prompt });
  assertModel(world, body.model);
  const inputText = joinInput(body);
  const limiter = world.findLimiter(body.model);
  assertPace(limiter, countTokens(inputText));
  const fault = chooseFault(world.settings, {
    prompt: asked.userText,
    visit: world.countVisit(asked.userText),
  });
  received.fault = fault;
  const error = faultError(fault, world.settings);
  if (error !== null) throw error;
  const prefix = findCachedPrefix(body);
  const task = { model: body.model, asked, inputText, prefix, maxTokens: body.max_tokens };
  const work = workOn(world, task, fault);
  bookWork(received, work, billCall(body.model, work.usage, false));
  limiter?.countOutput(work.usage.outputTokens);
  const message = writeMessage(received.id, body.model, work, false);
  return deliver(answerJson(200, message, limiter?.writeHeaders()), fault);
}
