import type { Readable } from "node:stream";
import { logger } from "@foundry/core/logger";

interface StoredContent {
  content: Readable;
  byteCount: number | bigint;
  sha256: string;
  fileName: string;
}

/**
 * A stored file as a download. Its first bytes are read before the answer begins, so that a file
 * that is gone becomes a proper problem document; a later error breaks the connection off.
 */
export async function streamBytes({
  content,
  byteCount,
  sha256,
  fileName,
}: StoredContent): Promise<Response> {
  const chunks = content[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let next: Promise<IteratorResult<Uint8Array>> | null = Promise.resolve(await chunks.next());
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await (next ?? chunks.next());
        next = null;
        if (done === true) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        logger.error({ err: error }, "a download broke off");
        controller.error(error);
      }
    },
    cancel() {
      content.destroy();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(byteCount),
      "content-disposition": `attachment; filename="${fileName}"`,
      "x-content-type-options": "nosniff",
      "x-foundry-sha256": sha256,
    },
  });
}
