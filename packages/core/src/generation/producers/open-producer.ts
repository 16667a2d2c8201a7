import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { readStoredKey } from "../keys/read-provider-key.ts";
import { createAnthropicProducer } from "./anthropic-producer.ts";
import { createChatCompletionsProducer } from "./chat-completions-producer.ts";
import {
  CALL_TIMEOUT_MS,
  type Obstacle,
  openAnthropicAccess,
  type ProducerSurroundings,
} from "./open-anthropic.ts";
import type { Producer } from "./producer.ts";

/**
 * The producer of a run, ready to send, or what stands in the way: no key, or an endpoint that is
 * gone. Only workers call it; nothing is sent yet.
 */
export async function openProducer(
  db: DatabaseOrTransaction,
  options: {
    producer: "anthropic" | "openai_compatible";
    endpointId: string | null;
  } & ProducerSurroundings,
): Promise<Producer | Obstacle> {
  if (options.producer === "openai_compatible") return openEndpoint(db, options);
  const access = await openAnthropicAccess(db, options);
  return "obstacle" in access ? access : createAnthropicProducer(access);
}

async function openEndpoint(
  db: DatabaseOrTransaction,
  { endpointId, secret, timeoutMs }: { endpointId: string | null } & ProducerSurroundings,
): Promise<Producer | Obstacle> {
  const endpoint =
    endpointId === null
      ? null
      : await db.producerEndpoint.findUnique({ where: { id: endpointId } });
  if (endpoint === null || endpoint.archivedAt !== null) {
    return { obstacle: "unreachable", message: "The endpoint was removed in the settings." };
  }
  const { id, name, baseUrl, hasSchema, ciphertext } = endpoint;
  const key =
    ciphertext === null ? { key: null } : readStoredKey(ciphertext, `endpoint:${id}`, secret);
  if ("obstacle" in key) return key;
  const apiKey = key.key;
  const timeout = timeoutMs ?? CALL_TIMEOUT_MS;
  return createChatCompletionsProducer({ name, baseUrl, apiKey, hasSchema, timeoutMs: timeout });
}
