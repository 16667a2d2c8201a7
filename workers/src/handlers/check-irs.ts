import { checkIrs as sweep } from "@foundry/core/findings/check-irs";
import { orderDueEvidence } from "@foundry/core/implementations/order-due-evidence";
import type { JobPayload } from "@foundry/core/jobs/define-job";
import type { JobContext } from "@foundry/core/jobs/job-context";
import type { Jobs } from "@foundry/core/jobs/jobs";

/** Checks what is unchecked; what came with an implementation is to be run next. */
export async function checkIrs(
  payload: JobPayload<Jobs, "checkIrs">,
  context: JobContext,
): Promise<void> {
  try {
    await sweep(context, payload);
  } finally {
    await orderDueEvidence(context.db);
  }
}
