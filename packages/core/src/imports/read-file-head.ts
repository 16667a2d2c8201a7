import type { Storage } from "../storage/storage.ts";

const HEAD_BYTES = 64 * 1024;

/** The first bytes of a stored file, enough to tell what it is. */
export async function readFileHead(storage: Storage, key: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let byteCount = 0;
  for await (const chunk of storage.read(key) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    byteCount += chunk.length;
    if (byteCount >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
