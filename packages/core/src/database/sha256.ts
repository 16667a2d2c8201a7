import { createHash } from "node:crypto";

/** sha256 of the UTF-8 bytes of `content`, in lower-case hex. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
