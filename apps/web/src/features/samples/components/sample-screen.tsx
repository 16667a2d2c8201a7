"use client";

import type { SampleDetail } from "@foundry/core/samples/sample.schema";
import { Skeleton } from "@mantine/core";
import { ApiError } from "../../../components/api/api-error";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { NeighbourSteps } from "../../../components/list/neighbour-steps";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { StateBadge } from "../../../components/state/state-badge";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { useSample } from "../api/use-sample";
import { HistoryTimeline } from "./history-timeline";
import { Implementations } from "./implementations";
import { IrVersions } from "./ir-versions";
import { SampleCandidates } from "./sample-candidates";
import { SampleFindings } from "./sample-findings";
import classes from "./sample-screen.module.css";

const PARENTS = [{ label: "Samples", href: "/samples" }];

/** One sample with everything that happened to it. */
export function SampleScreen({ sampleId }: { sampleId: number }) {
  const query = useSample(sampleId);
  const sample = query.data?.sampleId === sampleId ? query.data : undefined;
  return (
    <Page width="wide">
      <PageHeader
        title={`Sample ${sampleId}`}
        parents={PARENTS}
        badge={sample && <StateBadge state={isLeased(sample) ? "leased" : sample.state} />}
        action={
          <>
            <NeighbourSteps
              before={{ href: hrefOf(sample?.newerSampleId), label: "Newer sample" }}
              after={{ href: hrefOf(sample?.olderSampleId), label: "Older sample" }}
            />
            {sample?.state === "pending" && (
              <LinkButton href={`/review?sample=${sampleId}`}>Open in review</LinkButton>
            )}
          </>
        }
      >
        {sample === undefined ? "\u00a0" : describe(sample)}
      </PageHeader>
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {sample !== undefined && <Content key={sampleId} sample={sample} />}
      {sample === undefined && !query.isError && <Loading />}
    </Page>
  );
}

function isLeased({ state, leasedBy }: SampleDetail): boolean {
  return state === "pending" && leasedBy !== null;
}

function describe(sample: SampleDetail): string {
  const parts = [sample.category, sample.complexity]
    .filter((name) => name !== null)
    .map(formatName);
  if (sample.source !== null) parts.push(`Source: ${sample.source}`);
  if (isLeased(sample)) parts.push(`With ${sample.leasedBy} now`);
  if (sample.decidedBy !== null) parts.push(`Decided by ${sample.decidedBy}`);
  if (sample.benchmark !== null)
    parts.push(`Benchmark case ${sample.benchmark.name}, never training data`);
  return parts.join(" · ");
}

function Content({ sample }: { sample: SampleDetail }) {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Panel title="Prompt">
          <p className={classes.prompt} dir="auto">
            <VisibleText>{sample.prompt.text}</VisibleText>
          </p>
        </Panel>
        <IrVersions versions={sample.irVersions} currentIrId={sample.currentIrId} />
        <SampleCandidates sampleId={sample.sampleId} />
      </div>
      <div className={classes.column}>
        <SampleFindings sample={sample} />
        <Implementations sampleId={sample.sampleId} />
        <Panel title="History">
          <HistoryTimeline history={sample.history} versions={sample.irVersions} />
        </Panel>
      </div>
    </div>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Panel>
        <EmptyList
          title="There is no such sample"
          action={<LinkButton href="/samples">See all samples</LinkButton>}
        >
          {error.detail}
        </EmptyList>
      </Panel>
    );
  }
  return (
    <Panel>
      <FailedList error={error} what="the sample" onRetry={onRetry} />
    </Panel>
  );
}

function Loading() {
  return (
    <div className={classes.columns} aria-busy aria-label="Loading the sample">
      <div className={classes.column}>
        <Skeleton height={120} radius="lg" />
        <Skeleton height={420} radius="lg" />
      </div>
      <Skeleton height={240} radius="lg" />
    </div>
  );
}

function hrefOf(sampleId: number | null | undefined): string | null {
  return sampleId == null ? null : `/samples/${sampleId}`;
}
