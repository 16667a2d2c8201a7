import { recordImportJobFailure } from "@foundry/core/imports/record-import-job-failure";
import type { JobFailureHandlers, JobHandlers } from "@foundry/core/jobs/job-handlers";
import type { Jobs } from "@foundry/core/jobs/jobs";
import type { Storage } from "@foundry/core/storage/storage";
import { importFile } from "./import-file.ts";

/** What the handlers need beside their job. */
export interface HandlerParts {
  storage: Storage;
}

/** A job without a handler does not compile. */
export function makeHandlers({ storage }: HandlerParts): JobHandlers<Jobs> {
  return { importFile: importFile(storage) };
}

export const failureHandlers: JobFailureHandlers<Jobs> = { importFile: recordImportJobFailure };
