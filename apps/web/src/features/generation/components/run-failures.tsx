"use client";

import type { GenerationRun, ItemFailure } from "@foundry/core/generation/generation.schema";
import type { ItemFailureCount } from "@foundry/core/generation/runs/item-failure-count.schema";
import { Button, Skeleton } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { formatCount } from "../../../components/format/format-count";
import { FailedList } from "../../../components/list/failed-list";
import { notifyRefusal } from "../../../components/notify-refusal";
import { Panel } from "../../../components/panel";
import { TextWithCode } from "../../../components/text-with-code";
import { useFailures } from "../api/use-failures";
import { useRetryItems } from "../api/use-retry-items";
import { describeItemFailure } from "../describe-item-failure";
import classes from "./run-failures.module.css";

/** Failed prompts grouped by their cause, each with what it means, what to do, and a retry. */
export function RunFailures({
  run,
  onShow,
}: {
  run: GenerationRun;
  onShow: (failure: ItemFailure) => void;
}) {
  const { data, error, refetch } = useFailures(run.id, run.counts.failed > 0);
  const retry = useRetryItems(run.id);
  if (run.counts.failed === 0) return null;
  const start = (failure: ItemFailure | null) =>
    retry.mutate(
      { itemIds: null, failure },
      { onError: (refusal) => notifyRefusal("Nothing was retried", refusal) },
    );
  return (
    <Panel
      title="Failed, by cause"
      isFlush
      aside={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={14} />}
          loading={retry.isPending}
          onClick={() => start(null)}
        >
          {run.counts.failed === 1
            ? "Retry the failed one"
            : `Retry all ${formatCount(run.counts.failed)} failed`}
        </Button>
      }
    >
      {error !== null && data === undefined && (
        <FailedList error={error} what="the causes" onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Skeleton height={56} m={16} />}
      <ul className={classes.causes}>
        {data?.map((cause) => (
          <Cause
            key={cause.failure}
            cause={cause}
            isBusy={retry.isPending}
            onRetry={() => start(cause.failure)}
            onShow={() => onShow(cause.failure)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function Cause({
  cause: { failure, count, example },
  isBusy,
  onRetry,
  onShow,
}: {
  cause: ItemFailureCount;
  isBusy: boolean;
  onRetry: () => void;
  onShow: () => void;
}) {
  const { title, next } = describeItemFailure(failure);
  return (
    <li className={classes.cause}>
      <span className={classes.count}>{formatCount(count)}</span>
      <div className={classes.words}>
        <strong>{title}</strong>
        <p>{next}</p>
        {example !== null && (
          <p className={classes.example}>
            <TextWithCode>{example}</TextWithCode>
          </p>
        )}
      </div>
      <div className={classes.buttons}>
        <Button size="xs" variant="subtle" color="gray" onClick={onShow}>
          Show
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          aria-label={`Retry: ${title}`}
          onClick={onRetry}
        >
          Retry
        </Button>
      </div>
    </li>
  );
}
