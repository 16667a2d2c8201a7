import type { JobPayload } from "@foundry/core/jobs/define-job";
import type { JobContext } from "@foundry/core/jobs/job-context";
import type { Jobs } from "@foundry/core/jobs/jobs";
import { runImport } from "@foundry/core/imports/run-import";
import type { Storage } from "@foundry/core/storage/storage";

/** Reads an uploaded file into the corpus. */
export function importFile(storage: Storage) {
  return (payload: JobPayload<Jobs, "importFile">, context: JobContext) =>
    runImport({ storage }, context, payload);
}
