import { type Import, importSchema } from "@foundry/core/imports/import.schema";
import { REQUEST_HEADERS } from "../../../components/api/api-client";
import { ApiError } from "../../../components/api/api-error";
import { readProblem } from "../../../components/api/read-problem";
import { announceSignedOut } from "../../../components/api/signed-out";

function readAnswer(request: XMLHttpRequest): Import {
  const requestId = request.getResponseHeader("x-request-id");
  if (request.status < 200 || request.status > 299) {
    if (request.status === 401) announceSignedOut();
    throw readProblem(request.status, request.responseText, requestId);
  }
  const parsed = importSchema.safeParse(JSON.parse(request.responseText));
  if (parsed.success) return parsed.data;
  throw new ApiError({
    status: request.status,
    reason: "unexpected_answer",
    detail:
      "The file arrived, but this page cannot read the answer. Reload the page to see the import.",
    requestId,
  });
}

/**
 * Sends a file as it is; `onProgress` hears the bytes that left. XMLHttpRequest, because fetch does
 * not tell how far an upload is.
 */
export function uploadImport(
  file: File,
  onProgress: (bytesSent: number) => void,
  signal: AbortSignal,
): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/imports?fileName=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    for (const [name, value] of Object.entries(REQUEST_HEADERS))
      request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded));
    request.addEventListener("load", () => {
      try {
        resolve(readAnswer(request));
      } catch (error) {
        reject(error);
      }
    });
    const fail = (reason: string, detail: string) =>
      reject(new ApiError({ status: 0, reason, detail }));
    request.addEventListener("error", () =>
      fail(
        "unreachable",
        "The upload broke off and nothing of it was kept. Check the connection and that the file is unchanged, then drop it again.",
      ),
    );
    request.addEventListener("abort", () =>
      fail("aborted", "The upload was stopped and nothing of it was kept."),
    );
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
