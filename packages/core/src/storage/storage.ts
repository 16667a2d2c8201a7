import type { Readable } from "node:stream";

export interface WriteLimits {
  /** A longer file is refused and leaves nothing behind. */
  maxBytes: number;
}

export interface StoredFile {
  byteCount: number;
  /** Hex. */
  sha256: string;
}

/** Bytes as they arrive: a Node stream, a web stream or a generator. */
export type ByteStream = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** Where files live. A key is made by the server: lower-case segments of letters, digits and dashes. */
export interface Storage {
  /**
   * Stores the whole stream or nothing: a file is visible under its key only when it is complete
   * and on disk.
   * @throws DomainError `too_large`, or `unavailable` when the disk is full
   */
  write(key: string, content: ByteStream, limits: WriteLimits): Promise<StoredFile>;
  /** The stream fails with DomainError `not_found` when nothing is stored under the key. */
  read(key: string): Readable;
  /** Removing what is not there is fine. */
  remove(key: string): Promise<void>;
}
