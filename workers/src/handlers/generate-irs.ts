import type { DriveParts } from "@foundry/core/generation/drive/drive";
import { driveGeneration } from "@foundry/core/generation/drive/drive-generation";
import type { JobPayload } from "@foundry/core/jobs/define-job";
import type { JobContext } from "@foundry/core/jobs/job-context";
import type { Jobs } from "@foundry/core/jobs/jobs";

/** Drives a share of a generation run. */
export function generateIrs(parts: DriveParts) {
  return (payload: JobPayload<Jobs, "generateIrs">, context: JobContext) =>
    driveGeneration(parts, context, payload);
}
