import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { DomainError } from "../../errors.ts";
import type { StopReason } from "../generation.schema.ts";
import { decryptSecret } from "./decrypt-secret.ts";

export type ProviderKeyReading =
  | { key: string; source: "environment" | "stored" }
  | { obstacle: StopReason; message: string };

/**
 * The key for Anthropic: the one of the environment, else the stored one. Only workers call it.
 *
 * @param secret the studio's own; null when it has none, and then no stored key can be read
 */
export async function readProviderKey(
  db: DatabaseOrTransaction,
  { secret, environmentKey }: { secret: string | null; environmentKey: string | null },
): Promise<ProviderKeyReading> {
  if (environmentKey !== null) return { key: environmentKey, source: "environment" };
  const stored = await db.providerKey.findUnique({ where: { provider: "anthropic" } });
  if (stored === null) {
    return {
      obstacle: "no_key",
      message: "There is no API key for Claude. Enter one in the settings; blueprints need none.",
    };
  }
  return readStoredKey(stored.ciphertext, "anthropic", secret);
}

/** A key from the database, or in words why it cannot be read. */
export function readStoredKey(
  ciphertext: string,
  subject: string,
  secret: string | null,
): ProviderKeyReading {
  if (secret === null) {
    return {
      obstacle: "no_key",
      message: "A key is stored, but the workers have no FOUNDRY_SECRET to read it with.",
    };
  }
  try {
    return { key: decryptSecret(secret, ciphertext, subject), source: "stored" };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { obstacle: "no_key", message: error.message };
  }
}
