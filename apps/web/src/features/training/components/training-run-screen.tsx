"use client";

import type { TrainingRun } from "@foundry/core/training/training-run.schema";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { TaskStateBadge } from "../../../components/state/task-state-badge";
import { useTrainingRun } from "../api/use-training-run";
import { TrainingActions } from "./training-actions";
import { TrainingCurves } from "./training-curves";
import { TrainingFacts } from "./training-facts";
import { TrainingLogPanel } from "./training-log-panel";
import { TrainingOutcome } from "./training-outcome";
import { TrainingProgress } from "./training-progress";
import classes from "./training-run-screen.module.css";
import { TRAINING_PARENTS } from "../training-parents";

/** One training: how far it is, its curves, what the runner says, and what came of it. */
export function TrainingRunScreen({ id }: { id: string }) {
  const live = useTrainingRun(id);
  const { data: run, error, refetch } = live.run;
  if (run === undefined) {
    return (
      <Page width="wide">
        <PageHeader title="Training" parents={TRAINING_PARENTS} />
        {error === null ? (
          <PanelSkeleton height={420} lineCount={7} />
        ) : (
          <Panel>
            <FailedList error={error} what="the training" onRetry={() => void refetch()} />
          </Panel>
        )}
      </Page>
    );
  }
  return <Run run={run} live={live} />;
}

function Run({ run, live }: { run: TrainingRun; live: ReturnType<typeof useTrainingRun> }) {
  return (
    <Page width="wide">
      <PageHeader
        title={run.title}
        badge={<TaskStateBadge state={run.state} />}
        parents={TRAINING_PARENTS}
        action={<TrainingActions run={run} />}
      >
        {`Training ${run.number} on ${run.dataset.title} (dataset ${run.dataset.number}).`}
      </PageHeader>
      <TrainingOutcome run={run} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <TrainingProgress run={run} metrics={live.metrics.data} />
          <TrainingCurves run={run} query={live.metrics} />
          <TrainingLogPanel query={live.log} />
        </div>
        <div className={classes.side}>
          <TrainingFacts run={run} />
        </div>
      </div>
    </Page>
  );
}
