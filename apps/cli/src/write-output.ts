import { once } from "node:events";
import type { Writable } from "node:stream";

/** Waits while the reader is behind, so that a slow one does not fill the memory. */
export async function writeOutput(target: Writable, text: string | Uint8Array): Promise<void> {
  if (!target.write(text)) await once(target, "drain");
}

/** Results are JSON lines on standard output. */
export async function writeResult(result: object): Promise<void> {
  await writeOutput(process.stdout, `${JSON.stringify(result)}\n`);
}
