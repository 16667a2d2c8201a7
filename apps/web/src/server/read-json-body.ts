import { DomainError } from "@foundry/core/errors";
import { readBody } from "./read-body";
import { refuseUnstorableText } from "./refuse-unstorable-text";

export const MAX_BODY_BYTES = 2_000_000;

/**
 * The parsed body of a request that must be JSON. Bytes are counted as they arrive, so that a body
 * without a length, or with a wrong one, is cut off too.
 *
 * @throws DomainError `unsupported` (not sent as JSON), `too_large`, `invalid_input` (not JSON, not
 * UTF-8, or with text that the database cannot hold)
 */
export async function readJsonBody(
  request: { headers: Headers; body: ReadableStream<Uint8Array> | null },
  maxBytes = MAX_BODY_BYTES,
): Promise<unknown> {
  if (!/^application\/json *(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    throw new DomainError("unsupported", "Send the body as application/json.", {
      reason: "not_json",
    });
  }
  const text = decodeUtf8(await readBytes(request.body, maxBytes));
  const value = parseJson(text);
  refuseUnstorableText(value);
  return value;
}

async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let byteCount = 0;
  for await (const chunk of readBody(body)) {
    byteCount += chunk.byteLength;
    if (byteCount > maxBytes) {
      throw new DomainError(
        "too_large",
        `The request is larger than ${maxBytes} bytes. Nothing was saved.`,
        {
          reason: "body_too_large",
        },
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, byteCount);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DomainError("invalid_input", "The body is not UTF-8.", {
      reason: "body_not_utf8",
      cause,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError("invalid_input", "The body is not JSON.", {
      reason: "body_not_json",
      cause,
    });
  }
}
