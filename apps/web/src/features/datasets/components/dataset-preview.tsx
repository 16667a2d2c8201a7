"use client";

import type { DatasetPreview as Preview } from "@foundry/core/datasets/dataset.schema";
import Link from "next/link";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { LinkButton } from "../../../components/link-button";
import { Notice } from "../../../components/notice";
import { Panel } from "../../../components/panel";
import type { useDatasetPreview } from "../api/use-dataset-preview";
import classes from "./dataset-preview.module.css";
import { DatasetSummaryPanels } from "./dataset-summary-panels";
import { LeftOut } from "./left-out";

/** What would be frozen, as the form stands; nothing of it is stored. */
export function DatasetPreview({ query }: { query: ReturnType<typeof useDatasetPreview> }) {
  const { data: preview } = query;
  if (query.isError) {
    return (
      <Panel title="Preview">
        <FailedList error={query.error} what="the preview" onRetry={() => void query.refetch()} />
      </Panel>
    );
  }
  if (preview === undefined) return <PanelSkeleton height={420} lineCount={7} />;
  if (preview.candidateCount === 0) return <NothingAccepted />;
  return (
    <div
      className={classes.preview}
      aria-busy={query.isFetching}
      data-stale={query.isPlaceholderData || undefined}
    >
      <Problems preview={preview} />
      <DatasetSummaryPanels summary={preview} aside="Nothing is stored yet" />
      <LeftOut summary={preview} />
    </div>
  );
}

function Problems({ preview }: { preview: Preview }) {
  const blocking = preview.problems.filter(({ isBlocking }) => isBlocking);
  const others = preview.problems.filter(({ isBlocking }) => !isBlocking);
  return (
    <>
      {preview.sameAs !== null && (
        <Notice tone="plain" title="There is a dataset with exactly these rows">
          <Link href={`/datasets/${preview.sameAs.id}`}>{`Dataset ${preview.sameAs.number}`}</Link>{" "}
          holds the same samples in the same splits.
        </Notice>
      )}
      {blocking.length > 0 && (
        <Notice tone="rejected" title="This cannot be frozen">
          {blocking.map(({ message }) => (
            <div key={message}>{message}</div>
          ))}
        </Notice>
      )}
      {others.length > 0 && (
        <Notice tone="warning" title="Worth knowing before you freeze">
          {others.map(({ message }) => (
            <div key={message}>{message}</div>
          ))}
        </Notice>
      )}
    </>
  );
}

function NothingAccepted() {
  return (
    <Panel>
      <EmptyList
        title="No sample was accepted yet"
        action={<LinkButton href="/review">Start reviewing</LinkButton>}
      >
        A dataset holds the samples that reviewers accepted or corrected.
      </EmptyList>
    </Panel>
  );
}
