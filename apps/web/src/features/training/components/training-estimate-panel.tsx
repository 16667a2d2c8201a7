import type { TrainingConfig } from "@foundry/core/training/training-config.schema";
import { Skeleton } from "@mantine/core";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatDurationRange } from "../../../components/format/format-duration";
import { FailedList } from "../../../components/list/failed-list";
import { Notice } from "../../../components/notice";
import { Panel } from "../../../components/panel";
import type { useTrainingEstimate } from "../api/use-training-estimate";
import { ConfigChanges } from "./config-changes";
import classes from "./new-training-form.module.css";

type Estimate = NonNullable<ReturnType<typeof useTrainingEstimate>["data"]>;

/** What the training would take, what stands in its way, and where it differs from its preset. */
export function TrainingEstimatePanel({
  query,
  config,
  problems,
}: {
  query: ReturnType<typeof useTrainingEstimate>;
  config: TrainingConfig;
  problems: ReadonlyMap<string, string>;
}) {
  return (
    <div className={classes.side} data-stale={query.isPlaceholderData || undefined}>
      {problems.size > 0 && (
        <Notice tone="rejected" title={`${countOf(problems.size, "setting")} cannot be used`}>
          The form says beside each what is wrong with it.
        </Notice>
      )}
      {query.data?.obstacles.map(({ code, message }) => (
        <Notice key={code} tone="rejected" title="It cannot start like this">
          {message}
        </Notice>
      ))}
      <Panel title="Estimate">
        {query.isError ? (
          <FailedList
            error={query.error}
            what="the estimate"
            onRetry={() => void query.refetch()}
          />
        ) : query.data === undefined ? (
          <Skeleton height={150} />
        ) : (
          <Figures estimate={query.data} />
        )}
      </Panel>
      <ConfigChanges title="Changed settings" config={config} />
    </div>
  );
}

function Figures({ estimate }: { estimate: Estimate }) {
  const { steps, memoryGib, seconds } = estimate;
  const rows: [string, string][] = [
    [
      "Rows",
      `${formatCount(estimate.trainRows)} to learn from, ${formatCount(estimate.validationRows)} to watch`,
    ],
    [
      "Steps",
      steps === null
        ? "Too few rows"
        : `${formatCount(steps.totalSteps)}, ${formatCount(steps.rowsPerStep)} rows each`,
    ],
    [
      "Evaluations",
      steps === null
        ? "–"
        : `${formatCount(steps.evaluations)}, every ${countOf(steps.evalEvery, "step")}`,
    ],
    ["Longest row", `about ${formatCount(estimate.tokensPerRow.longest)} tokens`],
    ["Memory", memoryGib === null ? "Not known" : describeGib(memoryGib)],
    ["Time", seconds === null ? "Not known" : formatDurationRange(seconds)],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {rows.map(([term, words]) => (
          <div key={term} style={{ display: "contents" }}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {estimate.mayOverflow && (
        <p className={classes.basis}>
          The longest row may be longer than the setting “Longest row” allows; the runner checks it
          before the first step.
        </p>
      )}
      <p className={classes.basis}>{estimate.basis}</p>
    </>
  );
}

function describeGib({ low, high }: { low: number; high: number }): string {
  return Math.round(low) === Math.round(high)
    ? `about ${Math.round(low)} GiB`
    : `${Math.round(low)} to ${Math.round(high)} GiB`;
}
