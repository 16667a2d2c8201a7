type Body = ReadableStream<Uint8Array>;

/** A client that has more left over than this, or is slower, may see a broken connection. */
const DROP_BYTES = 64_000_000;
const DROP_WITHIN_MS = 10_000;

/**
 * The bytes of a request. When the caller stops early the rest is read and dropped first, because a
 * client that is still sending would see a broken connection instead of our answer.
 */
export async function* readBody(body: Body | null): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        isOver = true;
        throw error;
      });
      isOver = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isOver) await drop(reader);
  }
}

/** Reads and drops a body that nobody looked at. */
export async function dropBody(body: Body | null): Promise<void> {
  if (body && !body.locked) await drop(body.getReader());
}

async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  let byteCount = 0;
  const deadline = AbortSignal.timeout(DROP_WITHIN_MS);
  const timedOut = new Promise<{ done: true; value: undefined }>((resolve) => {
    deadline.addEventListener("abort", () => resolve({ done: true, value: undefined }));
  });
  try {
    while (byteCount <= DROP_BYTES) {
      const { done, value } = await Promise.race([reader.read(), timedOut]);
      if (done) return;
      byteCount += value.byteLength;
    }
  } catch {
    // The client is gone, so there is nothing left to drop.
  }
}
