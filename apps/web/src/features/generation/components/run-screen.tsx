"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { countOf } from "../../../components/format/format-count";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { RunStateBadge } from "../../../components/state/run-state-badge";
import { RelativeTime } from "../../../components/time/relative-time";
import { useAddressQuery } from "../../../components/use-address-query";
import { useGenerationRun } from "../api/use-generation-run";
import { isUnderWay } from "../is-under-way";
import { nameProducer } from "../name-run";
import { RunActions } from "./run-actions";
import { RunCost } from "./run-cost";
import { RunCounters } from "./run-counters";
import { RunFailures } from "./run-failures";
import { RunLists } from "./run-lists";
import { RunNotices } from "./run-notices";
import { RunOrder } from "./run-order";
import { RunOutcome } from "./run-outcome";
import { RunProgress } from "./run-progress";
import classes from "./run-screen.module.css";

const PARENTS = [{ label: "Generate", href: "/generate" }];

/** One run: how far it is and what it costs, or what it did. */
export function RunScreen({ runId }: { runId: string }) {
  const { data: run, error, refetch } = useGenerationRun(runId);
  if (run !== undefined) return <Content run={run} />;
  return (
    <Page width="wide">
      <PageHeader title="Run" parents={PARENTS} />
      {error === null ? (
        <PanelSkeleton height={210} lineCount={5} />
      ) : (
        <Panel>
          <FailedList error={error} what="this run" onRetry={() => void refetch()} />
        </Panel>
      )}
    </Page>
  );
}

function Content({ run }: { run: GenerationRun }) {
  const [query, change] = useAddressQuery();
  return (
    <Page width="wide">
      <PageHeader
        title={nameProducer(run)}
        parents={PARENTS}
        badge={<RunStateBadge state={run.state} />}
        action={<RunActions run={run} />}
      >
        {run.purpose === "irs" ? "IRs" : "Variations"} of {countOf(run.itemCount, "prompt")},
        ordered by {run.createdBy} <RelativeTime at={run.createdAt} />
      </PageHeader>
      <Panel isFlush>
        <RunNotices run={run} />
        {isUnderWay(run) ? <RunProgress run={run} /> : <RunOutcome run={run} />}
        <RunCounters run={run} />
      </Panel>
      <RunFailures
        run={run}
        onShow={(failure) => change({ state: "failed", failure, view: null })}
      />
      <div className={classes.columns} data-single={run.producer === "blueprint" || undefined}>
        {run.producer !== "blueprint" && <RunCost run={run} />}
        <RunOrder run={run} />
      </div>
      <RunLists run={run} query={query} onChange={change} />
    </Page>
  );
}
