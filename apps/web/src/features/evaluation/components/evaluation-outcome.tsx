import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { Notice } from "../../../components/notice";

/** Why it waits, or why it ended without a result, and what to do. */
export function EvaluationOutcome({ evaluation }: { evaluation: Evaluation }) {
  const { state, error, waitingFor } = evaluation;
  if (state === "waiting" && waitingFor !== null) {
    return (
      <Notice tone="warning" title="It waits for a machine">
        {waitingFor}
      </Notice>
    );
  }
  if (state === "failed") {
    return (
      <Notice tone="rejected" title={error?.message ?? "The evaluation failed"}>
        {error?.hint} The adapter is as it was; another evaluation can be started from the page of
        its training.
      </Notice>
    );
  }
  if (state === "cancelled") {
    return (
      <Notice tone="skipped" title="Stopped">
        Its answers were not scored. It counts as a look at the test split all the same.
      </Notice>
    );
  }
  return null;
}
