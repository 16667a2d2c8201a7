"use client";

import type { TrainingMetrics, TrainingRun } from "@foundry/core/training/training-run.schema";
import { formatCount } from "../../../components/format/format-count";
import { formatDuration } from "../../../components/format/format-duration";
import { Panel } from "../../../components/panel";
import { useNow } from "../../../components/time/use-now";
import { WorkCounters } from "../../../components/work/work-counters";
import { WorkProgress } from "../../../components/work/work-progress";
import { describePhase } from "../describe-phase";
import { isUnderWay } from "../is-under-way";

/** Phase, steps, rate and time left while it runs; its figures at any time. */
export function TrainingProgress({
  run,
  metrics,
}: {
  run: TrainingRun;
  metrics: TrainingMetrics | undefined;
}) {
  const now = useNow();
  const last = metrics?.steps.at(-1);
  const total = metrics?.totalSteps ?? null;
  const silence = describeSilence(run, now);
  return (
    <Panel isFlush>
      <WorkCounters counters={listCounters(metrics)} />
      {isUnderWay(run) && (
        <WorkProgress
          name="training"
          phase={describeState(run)}
          done={
            last === undefined || total === null
              ? "No step yet"
              : `Step ${formatCount(last.step)} of ${formatCount(total)}`
          }
          percent={(run.progress ?? 0) * 100}
          label="Share of this phase that is done"
          rate={
            last?.tokensPerSecond == null
              ? "Rate: not known yet"
              : `${formatCount(Math.round(last.tokensPerSecond))} tokens a second`
          }
          timeLeft={
            last?.etaSeconds == null || run.phase !== "sft"
              ? (silence ?? "Time left: not known yet")
              : (silence ?? `About ${formatDuration(last.etaSeconds)} of training left`)
          }
        />
      )}
    </Panel>
  );
}

const SILENT_MS = 20_000;

/** A runner says something every five seconds; when it does not, that is worth knowing. */
function describeSilence(run: TrainingRun, now: number | null): string | null {
  if (run.state !== "running" || run.lastEventAt === null || now === null) return null;
  const silentMs = now - Date.parse(run.lastEventAt);
  return silentMs < SILENT_MS
    ? null
    : `Nothing heard of the runner for ${formatDuration(silentMs / 1_000)}`;
}

function describeState(run: TrainingRun): string {
  if (run.isStopping) return "Stopping at the next step";
  if (run.state === "waiting") return "Waiting for a machine";
  return run.phase === null ? "Starting" : describePhase(run.phase);
}

function listCounters(metrics: TrainingMetrics | undefined) {
  const last = metrics?.steps.at(-1);
  const losses = metrics?.evaluations.flatMap(({ loss }) => loss ?? []) ?? [];
  const best = losses.length === 0 ? null : Math.min(...losses);
  return [
    { label: "Step", count: last === undefined ? "–" : last.step },
    {
      label: "Loss",
      count: writeFigure(last?.loss),
      hint: "Of the rows of the last step, in nats a token",
    },
    {
      label: "Best evaluation loss",
      count: writeFigure(best),
      hint: "On the validation split, in nats a token; lower is better",
    },
    {
      label: "Right tokens",
      count: last?.tokenAccuracy == null ? "–" : `${Math.round(last.tokenAccuracy * 100)} %`,
      hint: "Share of the tokens of the last step that the model would have written",
    },
    { label: "Attempts", count: metrics?.attempts.length ?? "–" },
  ];
}

function writeFigure(value: number | null | undefined): string {
  return value == null ? "–" : value.toFixed(3);
}
