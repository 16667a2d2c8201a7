"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { Button, Drawer, Skeleton } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import Link from "next/link";
import { CandidateCompare } from "../../../components/candidates/candidate-compare";
import { FailedList } from "../../../components/list/failed-list";
import { Notice } from "../../../components/notice";
import { notifyRefusal } from "../../../components/notify-refusal";
import { TextWithCode } from "../../../components/text-with-code";
import { VisibleText } from "../../../components/text/visible-text";
import { useItemCandidates } from "../api/use-item-candidates";
import { NO_CALL_FILTERS } from "../api/use-llm-calls";
import { useRetryItems } from "../api/use-retry-items";
import { describeItemFailure } from "../describe-item-failure";
import { CallsTable } from "./calls-table";
import classes from "./item-drawer.module.css";
import type { GenerationItem } from "./item-row";

/** One prompt of a run with its candidates and every call that was made for it. */
export function ItemDrawer({
  run,
  item,
  onClose,
}: {
  run: GenerationRun;
  item: GenerationItem | null;
  onClose: () => void;
}) {
  return (
    <Drawer
      opened={item !== null}
      onClose={onClose}
      position="right"
      size="min(920px, 92vw)"
      padding={0}
      title={item === null ? "" : `Prompt ${item.promptId}`}
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 100 }}
      classNames={{ header: classes.header ?? "" }}
    >
      {item !== null && <Content key={item.id} run={run} item={item} />}
    </Drawer>
  );
}

function Content({ run, item }: { run: GenerationRun; item: GenerationItem }) {
  return (
    <div className={classes.content}>
      <div className={classes.part}>
        <p className={classes.prompt}>
          <VisibleText>{item.promptText}</VisibleText>
        </p>
        <p className={classes.links}>
          <Link href={`/prompts/${item.promptId}`}>Open the prompt</Link>
          {item.sampleId !== null && (
            <Link href={`/samples/${item.sampleId}`}>{`Open sample ${item.sampleId}`}</Link>
          )}
        </p>
        {item.failure !== null && <Failure run={run} item={item} />}
      </div>
      <Candidates run={run} item={item} />
      {run.producer !== "blueprint" && (
        <section>
          <h3>Calls</h3>
          <CallsTable
            filters={{ ...NO_CALL_FILTERS, runId: run.id, itemId: item.id }}
            isFiltered={false}
          />
        </section>
      )}
    </div>
  );
}

function Failure({ run, item }: { run: GenerationRun; item: GenerationItem }) {
  const retry = useRetryItems(run.id);
  if (item.failure === null) return null;
  const { title, next } = describeItemFailure(item.failure);
  return (
    <Notice tone="warning" title={title}>
      {item.failureMessage !== null && (
        <div>
          <TextWithCode>{item.failureMessage}</TextWithCode>
        </div>
      )}
      <div>{next}</div>
      <Button
        size="xs"
        variant="default"
        mt={8}
        leftSection={<IconRefresh size={14} />}
        loading={retry.isPending}
        onClick={() =>
          retry.mutate(
            { itemIds: [item.id], failure: null },
            { onError: (error) => notifyRefusal("The prompt was not retried", error) },
          )
        }
      >
        Retry this prompt
      </Button>
    </Notice>
  );
}

function Candidates({ run, item }: { run: GenerationRun; item: GenerationItem }) {
  const { data, error, refetch } = useItemCandidates(run.id, item.id);
  if (run.purpose === "variations") return null;
  return (
    <section>
      <h3>Candidates</h3>
      {error !== null && data === undefined && (
        <FailedList error={error} what="the candidates" onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Skeleton height={64} mx={16} width="auto" />}
      {data?.candidates.length === 0 && (
        <p className={classes.none}>
          {item.state === "failed" || item.state === "done"
            ? "No reply could be read as a document; the calls below show what came."
            : "None yet."}
        </p>
      )}
      {data !== undefined && data.candidates.length > 0 && (
        <CandidateCompare candidates={data.candidates} baseText={null} baseName="the chosen one" />
      )}
    </section>
  );
}
