"use client";

import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { TaskStateBadge } from "../../../components/state/task-state-badge";
import { useEvaluation } from "../api/use-evaluation";
import { EVALUATION_PARENTS } from "../evaluation-parents";
import { isUnderWay } from "../is-under-way";
import { writeConclusion } from "../write-conclusion";
import { EvaluationFacts } from "./evaluation-facts";
import { EvaluationItems } from "./evaluation-items";
import { EvaluationOutcome } from "./evaluation-outcome";
import { EvaluationProgress } from "./evaluation-progress";
import classes from "./evaluation-screen.module.css";
import { MetricsPanel } from "./metrics-panel";
import { StopEvaluationButton } from "./stop-evaluation-button";

/** One look at a test split: how far it is, then what it says and how sure that is. */
export function EvaluationScreen({ id }: { id: string }) {
  const { data: evaluation, error, refetch } = useEvaluation(id);
  if (evaluation !== undefined) return <Known evaluation={evaluation} />;
  return (
    <Page width="wide">
      <PageHeader title="Evaluation" parents={EVALUATION_PARENTS} />
      {error === null ? (
        <PanelSkeleton height={420} lineCount={7} />
      ) : (
        <Panel>
          <FailedList error={error} what="the evaluation" onRetry={() => void refetch()} />
        </Panel>
      )}
    </Page>
  );
}

function Known({ evaluation }: { evaluation: Evaluation }) {
  const { trainingRun, dataset, result, state, isScoring, isScored } = evaluation;
  const canStop = state === "waiting" || state === "running";
  return (
    <Page width="wide">
      <PageHeader
        title={`Evaluation ${evaluation.number}`}
        badge={<TaskStateBadge state={isScoring ? "running" : state} />}
        parents={EVALUATION_PARENTS}
        {...(canStop ? { action: <StopEvaluationButton evaluation={evaluation} /> } : {})}
      >
        {`${trainingRun.title} (training ${trainingRun.number}) beside its base model, on the test split of ${dataset.title}.`}
      </PageHeader>
      <EvaluationOutcome evaluation={evaluation} />
      {isUnderWay(evaluation) && <EvaluationProgress evaluation={evaluation} />}
      {result !== null && (
        <>
          <Panel title="What it says">
            <div className={classes.conclusion}>
              {writeConclusion(result, evaluation.definitions).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </Panel>
          <MetricsPanel evaluation={evaluation} result={result} />
        </>
      )}
      <EvaluationFacts evaluation={evaluation} />
      {isScored && <EvaluationItems evaluation={evaluation} />}
    </Page>
  );
}
