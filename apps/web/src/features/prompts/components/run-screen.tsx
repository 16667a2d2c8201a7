"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import { countOf } from "../../../components/format/format-count";
import { FailedList } from "../../../components/list/failed-list";
import { PanelSkeleton } from "../../../components/list/panel-skeleton";
import { Page } from "../../../components/page";
import { PageHeader } from "../../../components/page-header";
import { Panel } from "../../../components/panel";
import { RelativeTime } from "../../../components/time/relative-time";
import { usePromptRun } from "../api/use-prompt-run";
import { isUnderWay } from "../is-under-way";
import { OrderSummary } from "./order-summary";
import { RefusalsTable } from "./refusals-table";
import { RunActions } from "./run-actions";
import { RunCounters } from "./run-counters";
import { RunOutcome } from "./run-outcome";
import { RunProgress } from "./run-progress";
import { RunStateBadge } from "../../../components/state/run-state-badge";

const PARENTS = [
  { label: "Prompts", href: "/prompts" },
  { label: "Runs", href: "/prompts/runs" },
];

/** One run: how far it is, or what it did. */
export function RunScreen({ runId, role }: { runId: string; role: Role }) {
  const { data: run, error, refetch } = usePromptRun(runId);
  if (run === undefined) {
    return (
      <Page>
        <PageHeader title="Run" parents={PARENTS} />
        {error === null ? (
          <PanelSkeleton height={142} lineCount={3} />
        ) : (
          <Panel>
            <FailedList error={error} what="this run" onRetry={() => void refetch()} />
          </Panel>
        )}
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title={`Run with seed ${run.seed}`}
        parents={PARENTS}
        badge={<RunStateBadge state={run.state} />}
        action={isAllowed(role, "prompts.manage") && <RunActions run={run} />}
      >
        {countOf(run.count, "prompt")} ordered by {run.createdBy}{" "}
        <RelativeTime at={run.createdAt} />
      </PageHeader>
      <Panel isFlush>
        {isUnderWay(run) ? <RunProgress run={run} /> : <RunOutcome run={run} />}
        <RunCounters run={run} />
      </Panel>
      <Panel title="Order">
        <OrderSummary run={run} />
      </Panel>
      <Panel title="Refused" isFlush>
        <RefusalsTable runId={runId} isUnderWay={isUnderWay(run)} />
      </Panel>
    </Page>
  );
}
