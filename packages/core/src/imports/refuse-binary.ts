import { UnreadableFileError } from "./unreadable-file-error.ts";

/** First bytes (hex) of what people upload by mistake. */
const SIGNATURES: readonly [hex: string, what: string][] = [
  ["504b0304", "a zip archive or an Office file (such as .xlsx)"],
  ["504b0506", "an empty zip archive"],
  ["1f8b", "a gzip archive"],
  ["425a68", "a bzip2 archive"],
  ["fd377a585a00", "an xz archive"],
  ["28b52ffd", "a zstd archive"],
  ["377abcaf271c", "a 7z archive"],
  ["526172211a07", "a rar archive"],
  ["25504446", "a PDF"],
  ["d0cf11e0", "an old Office file (such as .xls)"],
  ["50415231", "a Parquet file"],
  ["53514c69746520666f726d6174203300", "a SQLite database"],
];
const TEXT_FORMATS = "a text file in UTF-8: JSON Lines, JSON or CSV";

/**
 * Refuses what is not UTF-8 text by its first bytes, whatever the file's name says.
 * @param head the file's first bytes; some thousands are enough
 * @throws UnreadableFileError
 */
export function refuseBinary(head: Buffer): void {
  if (head.length === 0) {
    throw new UnreadableFileError("file_empty", "The file is empty. Choose a file with records.");
  }
  const hex = head.subarray(0, 16).toString("hex");
  const found = SIGNATURES.find(([signature]) => hex.startsWith(signature));
  if (found !== undefined) {
    throw new UnreadableFileError(
      "not_text",
      `This is ${found[1]}, whatever its name says. Unpack or export it, then upload ${TEXT_FORMATS}.`,
    );
  }
  if (isUtf16(head, hex)) {
    throw new UnreadableFileError(
      "not_utf8",
      "The file is encoded in UTF-16 or UTF-32. Save it as UTF-8 and upload it again.",
    );
  }
  if (countZeroBytes(head) > head.length / 10) {
    throw new UnreadableFileError("not_text", `The file is binary. Upload ${TEXT_FORMATS}.`);
  }
}

function isUtf16(head: Buffer, hex: string): boolean {
  if (hex.startsWith("fffe") || hex.startsWith("feff") || hex.startsWith("0000feff")) return true;
  // Without a mark: in English text every second byte is zero.
  const zeroCount = countZeroBytes(head);
  const evenZeroCount = countZeroBytes(head.filter((_, index) => index % 2 === 0));
  const isOneSided = evenZeroCount === 0 || evenZeroCount === zeroCount;
  return zeroCount > head.length / 3 && isOneSided;
}

function countZeroBytes(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
}
