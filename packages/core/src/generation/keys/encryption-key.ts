import { hkdfSync } from "node:crypto";

const PURPOSE = "ir-foundry provider keys v1";

/** The key for AES-256 that belongs to the studio's secret. */
export function deriveEncryptionKey(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", PURPOSE, 32));
}
