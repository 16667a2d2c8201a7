import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, realpath, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { DomainError } from "../errors.ts";
import type { ByteStream, Storage, StoredFile, WriteLimits } from "./storage.ts";

const KEY = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
const READ_CHUNK_BYTES = 256 * 1024;

/**
 * Files in one folder of this machine, readable by its owner only.
 * @param folder created on the first write
 */
export function createFolderStorage(folder: string): Storage {
  const root = resolve(folder);
  return {
    write: (key, content, limits) => writeFile(pathOf(root, key), content, limits),
    read: (key) => Readable.from(readFile(root, pathOf(root, key)), { objectMode: false }),
    remove: (key) => rm(pathOf(root, key), { force: true }),
  };
}

function pathOf(root: string, key: string): string {
  if (!KEY.test(key)) throw new Error("a storage key has a character that it must not have");
  return join(root, key);
}

async function writeFile(
  path: string,
  content: ByteStream,
  limits: WriteLimits,
): Promise<StoredFile> {
  const partialPath = `${path}.${randomUUID()}.partial`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const stored = await writeDurably(partialPath, content, limits);
    await rename(partialPath, path);
    await syncFolder(dirname(path));
    return stored;
  } catch (error) {
    await rm(partialPath, { force: true });
    throw isSystemError(error, "ENOSPC", "EDQUOT") ? diskFull(error) : error;
  }
}

async function writeDurably(
  path: string,
  content: ByteStream,
  limits: WriteLimits,
): Promise<StoredFile> {
  const hash = createHash("sha256");
  let byteCount = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of toChunks(content)) {
      byteCount += chunk.byteLength;
      if (byteCount > limits.maxBytes) throw tooLarge(limits.maxBytes);
      hash.update(chunk);
      await file.appendFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { byteCount, sha256: hash.digest("hex") };
}

function toChunks(content: ByteStream): AsyncIterable<Uint8Array> {
  // The DOM's type of a web stream has no iterator; Node's streams have one.
  return content as AsyncIterable<Uint8Array>;
}

/** Makes the rename survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function* readFile(root: string, path: string): AsyncGenerator<Buffer> {
  const file = await openForReading(root, path);
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(READ_CHUNK_BYTES);
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Follows no symbolic link, neither at the file nor out of the root on the way to it. */
async function openForReading(root: string, path: string): Promise<FileHandle> {
  try {
    const [realRoot, realFolder] = await Promise.all([realpath(root), realpath(dirname(path))]);
    if (`${realFolder}${sep}`.startsWith(`${realRoot}${sep}`)) {
      return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
    }
  } catch (error) {
    if (!isSystemError(error, "ENOENT", "ENOTDIR", "ELOOP")) throw error;
  }
  throw new DomainError("not_found", "The stored file is gone. Upload it again.", {
    reason: "file_missing",
  });
}

function isSystemError(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && codes.includes(String((error as NodeJS.ErrnoException).code));
}

function tooLarge(maxBytes: number): DomainError {
  const limit =
    maxBytes >= 1024 ** 3 ? `${maxBytes / 1024 ** 3} GiB` : `${Math.floor(maxBytes / 1024)} KiB`;
  return new DomainError(
    "too_large",
    `The file is larger than ${limit}. Nothing was kept: split it and upload the parts.`,
    { reason: "file_too_large" },
  );
}

function diskFull(cause: unknown): DomainError {
  return new DomainError(
    "unavailable",
    "The studio's disk is full. Nothing of this upload was kept: make room and upload it again.",
    { reason: "disk_full", retryAfterSeconds: 60, cause },
  );
}
