"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { Button } from "@mantine/core";
import { IconBan, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmDialog } from "../../../components/confirm-dialog";
import { formatCount } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { notifyRefusal } from "../../../components/notify-refusal";
import { useChangeRun } from "../api/use-change-run";
import { useResumeRun } from "../api/use-resume-run";
import { isUnderWay } from "../is-under-way";
import { writeRunAgain } from "../write-run-again";

/** What can be done next with this run; its one next step is the filled button. */
export function RunActions({ run }: { run: GenerationRun }) {
  if (isUnderWay(run)) {
    return (
      <>
        <CancelButton run={run} />
        <PauseButton run={run} />
      </>
    );
  }
  if (run.state === "paused") {
    return (
      <>
        <CancelButton run={run} />
        {run.stopReason !== "budget" && <ResumeButton run={run} />}
      </>
    );
  }
  return (
    <>
      <LinkButton href={`/generate/new?${writeRunAgain(run)}`} variant="default">
        Order again
      </LinkButton>
      <NextStep run={run} />
    </>
  );
}

/** What there is to do with what the run made. */
function NextStep({ run }: { run: GenerationRun }) {
  if (run.createdCount === 0) return null;
  const count = formatCount(run.createdCount);
  const isOne = run.createdCount === 1;
  if (run.purpose === "irs") {
    return (
      <LinkButton href="/review">{`Review ${count} new ${isOne ? "sample" : "samples"}`}</LinkButton>
    );
  }
  return (
    <LinkButton href={`/generate/new?run=${run.id}`}>
      {`Write IRs for ${count} new ${isOne ? "prompt" : "prompts"}`}
    </LinkButton>
  );
}

function PauseButton({ run }: { run: GenerationRun }) {
  const pause = useChangeRun(run.id, "pause");
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerPause size={16} />}
      loading={pause.isPending}
      onClick={() =>
        pause.mutate(undefined, { onError: (error) => notifyRefusal("The run goes on", error) })
      }
    >
      Pause
    </Button>
  );
}

function ResumeButton({ run }: { run: GenerationRun }) {
  const resume = useResumeRun(run.id);
  return (
    <Button
      leftSection={<IconPlayerPlay size={16} />}
      loading={resume.isPending}
      onClick={() =>
        resume.mutate({}, { onError: (error) => notifyRefusal("The run stays paused", error) })
      }
    >
      Resume
    </Button>
  );
}

function CancelButton({ run }: { run: GenerationRun }) {
  const cancel = useChangeRun(run.id, "cancel");
  const [isAsking, setIsAsking] = useState(false);
  const left = run.counts.waiting + run.counts.running;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBan size={16} />}
        onClick={() => setIsAsking(true)}
      >
        Cancel run
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Cancel this run?"
        verb="Cancel run"
        isBusy={cancel.isPending}
        onClose={() => setIsAsking(false)}
        onConfirm={() =>
          cancel.mutate(undefined, {
            onError: (error) => notifyRefusal("The run goes on", error),
            onSettled: () => setIsAsking(false),
          })
        }
      >
        <strong>{formatCount(left)}</strong> of its prompts are not done and stay without a result.
        What was written is kept; calls that were sent are still paid for and kept. To go on later,
        pause it instead.
      </ConfirmDialog>
    </>
  );
}
