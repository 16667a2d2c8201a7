import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import type { StopReason } from "../generation.schema.ts";
import { readProviderKey } from "../keys/read-provider-key.ts";
import type { AnthropicAccess } from "./anthropic-access.ts";

/** The library's own, too: a long answer with much thinking takes minutes. */
export const CALL_TIMEOUT_MS = 10 * 60_000;

/** What the process knows of itself that opens a provider. */
export interface ProducerSurroundings {
  /** The studio's own secret; null: no stored key can be read. */
  secret: string | null;
  /** A key of the environment, which goes before a stored one. */
  environmentKey: string | null;
  /** Another address than Anthropic's own; null: none. */
  baseUrl: string | null;
  timeoutMs?: number;
}

export interface Obstacle {
  obstacle: StopReason;
  message: string;
}

/** The key and the address for Anthropic, or what stands in the way. */
export async function openAnthropicAccess(
  db: DatabaseOrTransaction,
  surroundings: ProducerSurroundings,
): Promise<(AnthropicAccess & { keySource: "environment" | "stored" }) | Obstacle> {
  const reading = await readProviderKey(db, surroundings);
  if ("obstacle" in reading) return reading;
  return {
    apiKey: reading.key,
    keySource: reading.source,
    baseUrl: surroundings.baseUrl,
    timeoutMs: surroundings.timeoutMs ?? CALL_TIMEOUT_MS,
  };
}
