"use client";

import { IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react";
import { formatBytes } from "../../../../components/format/format-bytes";
import { Shortcut } from "../../../../components/shortcut";
import { DeskButton } from "../../components/desk-button";
import type { RunStep } from "../run/run-evidence";
import type { EvidenceRun } from "../run/use-evidence-run";
import classes from "./run-bar.module.css";

/** Starts and stops a run, and says how far it is. */
export function RunBar({
  run,
  change,
  onRun,
}: {
  run: EvidenceRun;
  /** What is no longer as it was when the last run began, in words. */
  change: string | null;
  onRun: () => void;
}) {
  const { step, problem, callTotal } = run;
  const progress = step === null ? null : describeStep(step, callTotal);
  return (
    <div className={classes.bar}>
      {step === null ? (
        <DeskButton tone="filled" aria-keyshortcuts="V" onClick={onRun}>
          <IconPlayerPlay size={14} aria-hidden />
          {run.last === null ? "Run" : "Run again"}
          <Shortcut keys={["V"]} />
        </DeskButton>
      ) : (
        <DeskButton onClick={run.stop}>
          <IconPlayerStop size={14} aria-hidden />
          Stop
        </DeskButton>
      )}
      <div className={classes.words}>
        <span role="status" data-testid="evidence-status">
          {progress?.text ?? change}
        </span>
        {progress !== null && (
          <progress
            className={classes.progress}
            aria-label="Progress of the run"
            max={1}
            {...(progress.share === null ? {} : { value: progress.share })}
          />
        )}
      </div>
      {problem !== null && step === null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function describeStep(step: RunStep, total: number): { text: string; share: number | null } {
  if (step.kind === "starting") return { text: "Starting Python…", share: null };
  if (step.kind === "running") {
    const { callCount, mutantCount } = step;
    if (callCount < total) {
      return { text: `Running: ${callCount} of ${total} calls`, share: callCount / total };
    }
    return { text: `Trying mistakes in the reference: ${mutantCount}`, share: null };
  }
  const { progress } = step;
  if (progress === null) return { text: "Loading Python…", share: null };
  const { loadedBytes, totalBytes } = progress;
  return {
    text: `Loading Python: ${formatBytes(loadedBytes)} of ${formatBytes(totalBytes)}`,
    share: Math.min(1, loadedBytes / totalBytes),
  };
}
