import { createDecipheriv } from "node:crypto";
import { DomainError } from "../../errors.ts";
import { deriveEncryptionKey } from "./encryption-key.ts";

/** A shorter tag would be easier to forge. */
const TAG_BYTES = 16;

/**
 * Reads what `encryptSecret` wrote, for the same subject.
 *
 * @throws DomainError `key_unreadable` when the secret is another one, or the text was changed
 */
export function decryptSecret(secret: string, ciphertext: string, subject: string): string {
  const [version, ...parts] = ciphertext.split(".");
  const [nonce, body, tag] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== "v1" || parts.length !== 3 || !nonce || !body || tag?.length !== TAG_BYTES) {
    throw unreadable();
  }
  try {
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv("aes-256-gcm", deriveEncryptionKey(secret), nonce, options);
    decipher.setAAD(Buffer.from(subject));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
  } catch {
    // The reason is the same for every cause, and none of them may show anything of the key.
    throw unreadable();
  }
}

function unreadable(): DomainError {
  return new DomainError(
    "unavailable",
    "The stored key cannot be read: FOUNDRY_SECRET is another one than when it was stored. Enter the key again.",
    { reason: "key_unreadable" },
  );
}
