import type { JobPayload } from "@foundry/core/jobs/define-job";
import type { JobContext } from "@foundry/core/jobs/job-context";
import type { Jobs } from "@foundry/core/jobs/jobs";
import { runPromptRun } from "@foundry/core/prompt-runs/run-prompt-run";

/** Writes the prompts of a run into the corpus. */
export function generatePrompts(
  payload: JobPayload<Jobs, "generatePrompts">,
  context: JobContext,
): Promise<void> {
  return runPromptRun(context, payload);
}
