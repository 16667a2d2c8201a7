import { recordScoringFailure } from "@foundry/core/evaluations/record-scoring-failure";
import { scoreEvaluation } from "@foundry/core/evaluations/score-evaluation";
import type { UsableSandbox } from "@foundry/core/evidence/server/sandbox";
import { refreshRecall } from "@foundry/core/findings/refresh-recall";
import type { ProviderAccess } from "@foundry/core/generation/drive/drive";
import { recordGenerationJobFailure } from "@foundry/core/generation/drive/record-driver-failure";
import { recordImportJobFailure } from "@foundry/core/imports/record-import-job-failure";
import type { JobFailureHandlers, JobHandlers } from "@foundry/core/jobs/job-handlers";
import type { Jobs } from "@foundry/core/jobs/jobs";
import { recordPromptRunJobFailure } from "@foundry/core/prompt-runs/record-prompt-run-job-failure";
import type { Storage } from "@foundry/core/storage/storage";
import { checkIrs } from "./check-irs.ts";
import { checkProvider } from "./check-provider.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import { generateIrs } from "./generate-irs.ts";
import { generatePrompts } from "./generate-prompts.ts";
import { importFile } from "./import-file.ts";

/** What the handlers need beside their job. */
export interface HandlerParts {
  storage: Storage;
  /** Null when this machine cannot keep Python apart. */
  sandbox: UsableSandbox | null;
  /** Keys and addresses of the providers of models. */
  providerAccess: ProviderAccess;
}

/** A job without a handler does not compile. */
export function makeHandlers({
  storage,
  sandbox,
  providerAccess,
}: HandlerParts): JobHandlers<Jobs> {
  return {
    importFile: importFile(storage),
    generatePrompts,
    checkIrs,
    measureRecall: (_payload, context) => refreshRecall(context),
    gatherEvidence: gatherEvidence(sandbox),
    generateIrs: generateIrs({ access: providerAccess, sandbox }),
    checkProvider: checkProvider(providerAccess),
    scoreEvaluation: (payload, context) => scoreEvaluation({ storage }, context, payload),
  };
}

export const failureHandlers: JobFailureHandlers<Jobs> = {
  importFile: recordImportJobFailure,
  generatePrompts: recordPromptRunJobFailure,
  generateIrs: recordGenerationJobFailure,
  scoreEvaluation: recordScoringFailure,
};
