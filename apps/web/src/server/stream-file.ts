import { streamText } from "./stream-text";

/** JSONL as a download, written as it is made. */
export function streamFile(
  makeText: () => AsyncGenerator<string>,
  { fileName, signal }: { fileName: string; signal: AbortSignal },
): Promise<Response> {
  return streamText(makeText, {
    signal,
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
