import { assertModel } from "./assert-admitted.ts";
import { countTokens } from "./count-tokens.ts";
import { joinInput, readCountBody } from "./message-body.ts";
import { answerJson, type Outcome } from "./outcome.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { ServerWorld } from "./server-world.ts";

/** `POST /v1/messages/count_tokens`. @throws ApiError */
export function serveCount(world: ServerWorld, received: ReceivedRequest): Outcome {
  const body = readCountBody(received.body);
  received.model = body.model;
  assertModel(world, body.model);
  return answerJson(200, { input_tokens: countTokens(joinInput(body)) });
}
