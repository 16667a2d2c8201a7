import { createCipheriv, randomBytes } from "node:crypto";
import { deriveEncryptionKey } from "./encryption-key.ts";

const NONCE_BYTES = 12;

/**
 * Encrypts a key for the database with AES-256-GCM; the same text gives another one each time.
 *
 * @param secret the studio's own (FOUNDRY_SECRET); without it nothing can be read back
 * @param subject whose key it is (`anthropic`, `endpoint:<id>`): a ciphertext that is moved to
 *   another row cannot be read there
 */
export function encryptSecret(secret: string, text: string, subject: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", deriveEncryptionKey(secret), nonce);
  cipher.setAAD(Buffer.from(subject));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  const parts = [nonce, body, cipher.getAuthTag()].map((part) => part.toString("base64url"));
  return ["v1", ...parts].join(".");
}
