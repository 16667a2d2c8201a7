import type { UsableSandbox } from "@foundry/core/evidence/server/sandbox";
import type { JobContext } from "@foundry/core/jobs/job-context";
import { runDueEvidence } from "@foundry/core/implementations/run-due-evidence";

/** Runs IRs in this machine's sandbox; without one the runs stay due for a worker that has it. */
export function gatherEvidence(sandbox: UsableSandbox | null) {
  return async (_payload: object, context: JobContext): Promise<void> => {
    if (sandbox === null) context.logger.warn("left runs undone: this machine has no sandbox");
    else await runDueEvidence(sandbox, context);
  };
}
