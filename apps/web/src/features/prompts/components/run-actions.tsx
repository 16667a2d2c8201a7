"use client";

import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { Button } from "@mantine/core";
import { IconBan, IconRefresh } from "@tabler/icons-react";
import { LinkButton } from "../../../components/link-button";
import { notifyRefusal } from "../../../components/notify-refusal";
import { useChangePromptRun } from "../api/use-change-prompt-run";
import { isUnderWay } from "../is-under-way";

/** What can be done next with this run: stop it, take it up again, or order the like. */
export function RunActions({ run }: { run: PromptRun }) {
  const cancel = useChangePromptRun(run.id, "cancel");
  const retry = useChangePromptRun(run.id, "retry");
  if (isUnderWay(run)) {
    return (
      <Button
        variant="default"
        leftSection={<IconBan size={16} />}
        loading={cancel.isPending}
        onClick={() =>
          cancel.mutate(undefined, { onError: (error) => notifyRefusal("The run goes on", error) })
        }
      >
        Cancel run
      </Button>
    );
  }
  const again = (
    <LinkButton href={`/prompts/new?from=${run.id}`} variant="default">
      Order again
    </LinkButton>
  );
  if (run.state === "done") {
    return (
      <>
        {again}
        {run.createdCount > 0 && (
          <LinkButton href={`/prompts?runId=${run.id}`}>Show the prompts</LinkButton>
        )}
      </>
    );
  }
  return (
    <>
      {again}
      <Button
        leftSection={<IconRefresh size={16} />}
        loading={retry.isPending}
        onClick={() =>
          retry.mutate(undefined, {
            onError: (error) => notifyRefusal("The run was not started", error),
          })
        }
      >
        Go on
      </Button>
    </>
  );
}
