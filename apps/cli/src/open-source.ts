import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { resolveFile } from "./env.ts";
import { UnusableInputError } from "./unusable-input-error.ts";

/** Enough to tell what a file is. */
const HEAD_BYTES = 64 * 1024;

export interface Source {
  /** As the person wrote it, for messages. */
  name: string;
  fileName: string;
  /** Null for standard input, whose length nobody knows. */
  byteCount: number | null;
  /** The first bytes; the whole source when it is shorter. */
  head: Buffer;
  /** Everything from the first byte on, to be read once. */
  chunks: AsyncIterable<Buffer>;
}

/**
 * Opens a file, or standard input for `-`.
 * @throws UnusableInputError when there is nothing to read
 */
export async function openSource(file: string): Promise<Source> {
  const isStandardInput = file === "-";
  const name = isStandardInput ? "standard input" : file;
  try {
    const path = resolveFile(file);
    const stats = isStandardInput ? null : await stat(path);
    if (stats?.isDirectory() === true)
      throw new UnusableInputError(`${file} is a folder, not a file.`);
    const stream: AsyncIterable<Buffer> = isStandardInput ? process.stdin : createReadStream(path);
    return {
      name,
      fileName: isStandardInput ? "stdin" : basename(path),
      byteCount: stats?.isFile() === true ? stats.size : null,
      ...(await readHead(stream)),
    };
  } catch (error) {
    throw explain(error, name);
  }
}

async function readHead(stream: AsyncIterable<Buffer>): Promise<Pick<Source, "head" | "chunks">> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Buffer[] = [];
  let byteCount = 0;
  while (byteCount < HEAD_BYTES) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    first.push(value);
    byteCount += value.length;
  }
  const head = Buffer.concat(first);
  return { head: head.subarray(0, HEAD_BYTES), chunks: joinChunks(head, iterator) };
}

async function* joinChunks(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  EISDIR: "it is a folder, not a file",
  ENOTDIR: "a part of its path is not a folder",
};

function explain(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof UnusableInputError) return error;
  const code = "code" in error ? String(error.code) : "";
  return new UnusableInputError(`Cannot read ${name}: ${REASONS[code] ?? error.message}.`);
}
