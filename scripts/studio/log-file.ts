import { createWriteStream, renameSync, rmSync, statSync, type WriteStream } from "node:fs";
import { readFile } from "node:fs/promises";

const MAX_BYTES = 20_000_000;

/** A log that keeps at most two files of 20 MB: `web.log` and, older, `web.log.1`. */
export interface LogFile {
  path: string;
  write(chunk: Buffer | string): void;
  /** Resolves when everything written so far is in the file. */
  flush(): Promise<void>;
  end(): void;
}

/** @param options.isFresh leaves out what earlier runs wrote */
export function openLogFile(path: string, options: { isFresh?: boolean } = {}): LogFile {
  if (options.isFresh) rmSync(path, { force: true });
  let byteCount = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  let stream: WriteStream | undefined;
  return {
    path,
    write(chunk) {
      if (byteCount > MAX_BYTES) {
        stream?.end();
        renameSync(path, `${path}.1`);
        stream = undefined;
        byteCount = 0;
      }
      stream ??= createWriteStream(path, { flags: "a" });
      stream.write(chunk);
      byteCount += chunk.length;
    },
    flush: () => new Promise((resolve) => (stream ? stream.write("", () => resolve()) : resolve())),
    end: () => stream?.end(),
  };
}

/** The end of a log, for a person who asks why something stopped. */
export async function readLastLines(path: string, count = 15): Promise<string> {
  const text = await readFile(path, "utf8").catch(() => "");
  const lines = text.trimEnd().split("\n").slice(-count);
  return lines.map((line) => `    ${line}`).join("\n");
}
