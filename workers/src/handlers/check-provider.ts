import type { ProviderAccess } from "@foundry/core/generation/drive/drive";
import { tryProvider } from "@foundry/core/generation/drive/try-provider";
import type { JobPayload } from "@foundry/core/jobs/define-job";
import type { JobContext } from "@foundry/core/jobs/job-context";
import type { Jobs } from "@foundry/core/jobs/jobs";

/** Tries the key of a provider and tells the web what came out. */
export function checkProvider(access: ProviderAccess) {
  return ({ subject }: JobPayload<Jobs, "checkProvider">, context: JobContext) =>
    tryProvider(access, context, subject);
}
