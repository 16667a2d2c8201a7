import { randomUUID } from "node:crypto";
import { DomainError } from "../errors.ts";
import type { ByteStream, Storage, StoredFile } from "../storage/storage.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { readFileHead } from "./read-file-head.ts";
import { refuseBinary } from "./refuse-binary.ts";
import { UnreadableFileError } from "./unreadable-file-error.ts";

export interface StoredUpload extends StoredFile {
  fileName: string;
  storageKey: string;
}

const MAX_NAME_LENGTH = 200;

/**
 * Stores an upload under a key of the server's making, and keeps nothing that is no text file.
 * @throws DomainError `too_large`, `unsupported`, `invalid_input` when it is empty, `unavailable`
 */
export async function storeUpload(
  storage: Storage,
  fileName: string,
  content: ByteStream,
): Promise<StoredUpload> {
  const storageKey = `imports/${randomUUID()}`;
  const stored = await storage.write(storageKey, content, { maxBytes: IMPORT_LIMITS.uploadBytes });
  try {
    refuseBinary(await readFileHead(storage, storageKey));
  } catch (error) {
    await storage.remove(storageKey);
    if (!(error instanceof UnreadableFileError)) throw error;
    const code = error.reason === "file_empty" ? "invalid_input" : "unsupported";
    throw new DomainError(code, error.message, { reason: error.reason });
  }
  return { ...stored, fileName: cleanFileName(fileName), storageKey };
}

/** The name is for reading only: no folders, nothing that a terminal or the database chokes on. */
function cleanFileName(fileName: string): string {
  const name = fileName.split(/[/\\]/).at(-1) ?? "";
  return (
    name
      .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "")
      .trim()
      .slice(-MAX_NAME_LENGTH) || "upload"
  );
}
