import { randomBytes } from "node:crypto";
import { sha256Hex } from "../database/sha256.ts";

const SECRET_BYTES = 32;

/** A 256-bit secret to be shown once, with the hash to be stored instead of it. */
export function makeSecret(prefix = ""): { secret: string; sha256: string } {
  const secret = prefix + randomBytes(SECRET_BYTES).toString("base64url");
  return { secret, sha256: sha256Hex(secret) };
}
