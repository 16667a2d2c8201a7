"use client";

import type { TrainingRun } from "@foundry/core/training/training-run.schema";
import { SegmentedControl, Skeleton } from "@mantine/core";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { FailedList } from "../../../components/list/failed-list";
import { Panel } from "../../../components/panel";
import type { useTrainingRun } from "../api/use-training-run";
import { isUnderWay } from "../is-under-way";
import { listPlotRows, type PlotRow } from "../list-plot-rows";
import classes from "./training-run-screen.module.css";

const LinePlot = dynamic(
  () => import("../../../components/chart/line-plot").then((module) => module.LinePlot),
  { ssr: false, loading: () => <Skeleton height={215} /> },
);

const LOSS = "var(--corrected-solid)";
const EVALUATION = "var(--disputed-solid)";
const OTHER = "var(--skipped-solid)";

/** Loss and what goes with it, step by step. */
export function TrainingCurves({
  run,
  query,
}: {
  run: TrainingRun;
  query: ReturnType<typeof useTrainingRun>["metrics"];
}) {
  const [isLog, setIsLog] = useState(false);
  const rows = useMemo(
    () => (query.data === undefined ? [] : listPlotRows(query.data)),
    [query.data],
  );
  if (query.isError && query.data === undefined) {
    return (
      <Panel title="Curves">
        <FailedList error={query.error} what="the curves" onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  const resumed = query.data?.attempts.slice(1) ?? [];
  return (
    <Panel
      title="Curves"
      aside={
        <SegmentedControl
          size="xs"
          data={[
            { value: "linear", label: "Linear" },
            { value: "log", label: "Logarithmic" },
          ]}
          value={isLog ? "log" : "linear"}
          onChange={(value) => setIsLog(value === "log")}
          aria-label="Scale of the loss"
        />
      }
    >
      {rows.length === 0 ? (
        <p className={classes.none}>
          {isUnderWay(run) ? "The first point comes with the first step." : "It made no step."}
        </p>
      ) : (
        <>
          <Plots rows={rows} isLog={isLog} name={`training-${run.number}`} />
          {resumed.map(({ attempt, firstStep }) => (
            <p key={attempt} className={classes.none}>
              {firstStep === null
                ? `Attempt ${attempt} has made no step yet.`
                : `Attempt ${attempt} took it up at step ${firstStep}.`}
            </p>
          ))}
        </>
      )}
    </Panel>
  );
}

function Plots({ rows, isLog, name }: { rows: PlotRow[]; isLog: boolean; name: string }) {
  const shared = { xTitle: "Step", xKey: "step", rows };
  return (
    <div className={classes.plots}>
      <LinePlot
        {...shared}
        title="Loss, nats a token"
        fileName={`${name}-loss`}
        isLog={isLog}
        format={(value) => value.toFixed(3)}
        series={[
          { key: "loss", title: "Training", color: LOSS },
          {
            key: "evalLoss",
            title: "Validation",
            color: EVALUATION,
            isDashed: true,
            hasDots: true,
          },
        ]}
      />
      <LinePlot
        {...shared}
        title="Learning rate"
        fileName={`${name}-learning-rate`}
        format={(value) => value.toExponential(1)}
        series={[{ key: "learningRate", title: "Learning rate", color: OTHER }]}
      />
      <LinePlot
        {...shared}
        title="Length of the gradient"
        fileName={`${name}-gradient`}
        format={(value) => value.toFixed(2)}
        series={[{ key: "gradientNorm", title: "Length of the gradient", color: OTHER }]}
      />
      <LinePlot
        {...shared}
        title="Tokens a second"
        fileName={`${name}-tokens`}
        format={(value) => Math.round(value).toLocaleString("en")}
        series={[{ key: "tokensPerSecond", title: "Tokens a second", color: OTHER }]}
      />
    </div>
  );
}
