"use client";

import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { Button } from "@mantine/core";
import { IconPlayerStop } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { notifyRefusal } from "../../../components/notify-refusal";
import { useStopEvaluation } from "../api/use-stop-evaluation";

export function StopEvaluationButton({ evaluation }: { evaluation: Evaluation }) {
  const stop = useStopEvaluation(evaluation.id);
  const [isAsking, setIsAsking] = useState(false);
  const confirm = () =>
    stop.mutate(undefined, {
      onSuccess: () => setIsAsking(false),
      onError: (error) => notifyRefusal("The evaluation was not stopped", error),
    });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={16} />}
        loading={evaluation.isStopping}
        onClick={() => setIsAsking(true)}
      >
        Stop
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Stop evaluation ${evaluation.number}?`}
        verb="Stop evaluation"
        isBusy={stop.isPending}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      >
        The answers that came so far are not scored, and it still counts as a look at the test
        split. The adapter stays as it is.
      </ConfirmDialog>
    </>
  );
}
