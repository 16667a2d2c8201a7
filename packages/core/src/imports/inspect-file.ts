import { extname } from "node:path";
import { scanJson } from "../ir/scan-json.ts";
import type { FileLayout } from "./file-layout.ts";
import { RECORD_SCAN_LIMITS } from "./record-scan-limits.ts";
import { refuseBinary } from "./refuse-binary.ts";
import { UnreadableFileError } from "./unreadable-file-error.ts";

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const JSON_LINES_NAMES = [".jsonl", ".ndjson"];

/**
 * Tells how to read a file. The content decides; the name only where the content leaves it open.
 * @param head the file's first bytes, 64 KiB or the whole file
 * @throws UnreadableFileError when it is empty or not text
 */
export function inspectFile(head: Buffer, fileName: string): FileLayout {
  refuseBinary(head);
  const startOffset = head.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  const text = head.subarray(startOffset).toString("utf8").trimStart();
  if (text === "") {
    throw new UnreadableFileError("file_empty", "The file holds no record, only white space.");
  }
  const extension = extname(fileName).toLowerCase();
  if (text.startsWith("[")) return { format: "json", startOffset };
  if (text.startsWith("{")) {
    return { format: isOneRecordALine(text, extension) ? "jsonl" : "json", startOffset };
  }
  // Something else in a file that calls itself JSON: its lines are reported one by one.
  if ([...JSON_LINES_NAMES, ".json"].includes(extension)) return { format: "jsonl", startOffset };
  return { format: "csv", startOffset, delimiter: findDelimiter(text) };
}

/** An object that goes on behind the first line is a document of its own, not a line of records. */
function isOneRecordALine(text: string, extension: string): boolean {
  if (JSON_LINES_NAMES.includes(extension)) return true;
  const lineEnd = text.indexOf("\n");
  if (lineEnd === -1) return extension !== ".json";
  const line = text.slice(0, lineEnd).trimEnd();
  const scan = scanJson(line, RECORD_SCAN_LIMITS);
  return scan.ok || scan.problem.offset < line.length;
}

/** The character that makes `prompt` a column of its own; a comma when none does. */
function findDelimiter(text: string): string {
  const [header = ""] = text.split(/\r?\n/, 1);
  const isColumn = (cell: string) => cell.trim().replaceAll('"', "").toLowerCase() === "prompt";
  return [",", ";", "\t"].find((delimiter) => header.split(delimiter).some(isColumn)) ?? ",";
}
