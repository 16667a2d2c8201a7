"use client";

import type { TrainingRun } from "@foundry/core/training/training-run.schema";
import { Button } from "@mantine/core";
import { IconPlayerPlay, IconPlayerStop, IconReportAnalytics } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { LinkButton } from "../../../components/link-button";
import { notifyRefusal } from "../../../components/notify-refusal";
import { useChangeTraining } from "../api/use-change-training";
import { useStartEvaluation } from "../api/use-start-evaluation";
import { isUnderWay } from "../is-under-way";

/** What can be done next with this training. */
export function TrainingActions({ run }: { run: TrainingRun }) {
  if (isUnderWay(run)) return <StopButton run={run} />;
  return (
    <>
      <LinkButton href={`/training/new?dataset=${run.dataset.id}&from=${run.id}`} variant="default">
        Train again with changes
      </LinkButton>
      {run.canResume && <ResumeButton run={run} />}
      {run.adapter !== null && <EvaluateButton run={run} />}
    </>
  );
}

function StopButton({ run }: { run: TrainingRun }) {
  const change = useChangeTraining(run.id);
  const [isAsking, setIsAsking] = useState(false);
  const stop = () =>
    change.mutate("stop", {
      onSuccess: () => setIsAsking(false),
      onError: (error) => notifyRefusal("The training was not stopped", error),
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} />}
        loading={run.isStopping}
        onClick={() => setIsAsking(true)}
      >
        Stop
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Stop training ${run.number}?`}
        verb="Stop training"
        isBusy={change.isPending}
        onConfirm={stop}
        onClose={() => setIsAsking(false)}
      >
        {run.state === "waiting"
          ? "No machine has begun with it. You can resume it later."
          : "The runner saves its state at the next step and ends. You can resume from there."}
      </ConfirmDialog>
    </>
  );
}

function ResumeButton({ run }: { run: TrainingRun }) {
  const change = useChangeTraining(run.id);
  return (
    <Button
      variant={run.adapter === null ? "filled" : "default"}
      leftSection={<IconPlayerPlay size={16} />}
      loading={change.isPending}
      onClick={() =>
        change.mutate("resume", {
          onError: (error) => notifyRefusal("The training was not resumed", error),
        })
      }
    >
      {run.hasCheckpoint ? "Resume" : "Start again"}
    </Button>
  );
}

function EvaluateButton({ run }: { run: TrainingRun }) {
  const router = useRouter();
  const start = useStartEvaluation(run.id);
  const latest = run.evaluations.at(-1);
  const isWithoutResult = latest?.state === "failed" || latest?.state === "cancelled";
  if (latest !== undefined && !isWithoutResult) {
    return <LinkButton href={`/evaluation/${latest.id}`}>Show the evaluation</LinkButton>;
  }
  return (
    <Button
      leftSection={<IconReportAnalytics size={16} />}
      loading={start.isPending || start.isSuccess}
      onClick={() =>
        start.mutate(undefined, {
          onSuccess: ({ id }) => router.push(`/evaluation/${id}`),
          onError: (error) => notifyRefusal("The evaluation was not started", error),
        })
      }
    >
      {isWithoutResult ? "Evaluate again" : "Evaluate on the test split"}
    </Button>
  );
}
