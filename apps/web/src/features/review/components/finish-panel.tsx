"use client";

import { isAllowed, type Role } from "@foundry/core/auth/permissions";
import type { ClaimRequest, QueueSummary } from "@foundry/core/reviews/review.schema";
import { Skeleton } from "@mantine/core";
import Link from "next/link";
import { useEffect } from "react";
import { formatCount } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { FailedList } from "../../../components/list/failed-list";
import { Shortcut } from "../../../components/shortcut";
import { StateBadge } from "../../../components/state/state-badge";
import { useLeasedSamples } from "../api/use-leased-samples";
import { useQueueSummary } from "../api/use-queue-summary";
import { describeFinish } from "../desk/describe-finish";
import type { GivenVerdict, Problem } from "../desk/desk-state";
import { useDeskKeys } from "../desk/use-desk-keys";
import { DeskButton } from "./desk-button";
import classes from "./desk-panel.module.css";

const STATES = ["accepted", "corrected", "rejected"] as const;

/** No sample to review: why, who has the rest, and what to do. Goes on by itself when one is free. */
export function FinishPanel({
  role,
  last,
  problem,
  onAsk,
  onUndo,
}: {
  role: Role;
  last: GivenVerdict | null;
  problem: Problem | null;
  onAsk: (request: ClaimRequest) => void;
  onUndo: () => void;
}) {
  const { data: summary, error, refetch } = useQueueSummary();
  const isFreed = (summary?.available ?? 0) > 0;
  useEffect(() => {
    if (isFreed) onAsk({ includeSkipped: false });
    // Once for each sample that is freed, not for each new function.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isFreed]);
  useDeskKeys((key) => {
    if (key.action === "undo") onUndo();
  });
  return (
    <div className={classes.panel}>
      <div className={classes.card}>
        {summary === undefined && error === null && <Skeleton height={180} radius="sm" />}
        {summary === undefined && error !== null && (
          <FailedList error={error} what="the queue" onRetry={() => void refetch()} />
        )}
        {summary !== undefined && <Finished {...{ role, summary, last, onAsk, onUndo }} />}
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem.detail}
          </p>
        )}
      </div>
    </div>
  );
}

function Finished({
  role,
  summary,
  last,
  onAsk,
  onUndo,
}: {
  role: Role;
  summary: QueueSummary;
  last: GivenVerdict | null;
  onAsk: (request: ClaimRequest) => void;
  onUndo: () => void;
}) {
  const { kind, title, text } = describeFinish(summary);
  const canExport = kind === "done" && isAllowed(role, "corpus.export");
  return (
    <>
      <div role="status">
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.text}>{text}</p>
      </div>
      {kind !== "empty" && <Counts summary={summary} />}
      {kind === "waiting" && <Holders />}
      <div className={classes.actions}>
        {kind === "empty" && isAllowed(role, "corpus.import") && (
          <LinkButton href="/imports">Import a file</LinkButton>
        )}
        {canExport && <LinkButton href="/export">Export the corpus</LinkButton>}
        {summary.skippedByMe > 0 && (
          <DeskButton tone="filled" onClick={() => onAsk({ includeSkipped: true })}>
            Review what you skipped
          </DeskButton>
        )}
        {kind !== "empty" && (
          <LinkButton variant="default" href="/samples">
            See the samples
          </LinkButton>
        )}
        {last !== null && (
          <DeskButton onClick={onUndo} aria-keyshortcuts="U">
            Undo the last verdict
            <span aria-hidden>
              <Shortcut keys={["U"]} />
            </span>
          </DeskButton>
        )}
      </div>
    </>
  );
}

function Counts({ summary }: { summary: QueueSummary }) {
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {STATES.filter((state) => summary[state] > 0).map((state) => (
          <div
            key={state}
            data-state={state}
            style={{ width: `${(100 * summary[state]) / Math.max(1, summary.total)}%` }}
          />
        ))}
      </div>
      <div className={classes.counts}>
        {STATES.map((state) => (
          <span key={state} className={classes.count}>
            <StateBadge state={state} isPlain /> {formatCount(summary[state])}
          </span>
        ))}
        {summary.pending > 0 && (
          <span className={classes.count}>
            <StateBadge state="pending" isPlain /> {formatCount(summary.pending)}
          </span>
        )}
      </div>
    </div>
  );
}

function Holders() {
  const { data } = useLeasedSamples(true);
  const rows = data?.rows.filter((row) => row.leasedBy !== null) ?? [];
  return (
    <div>
      <ul className={classes.holders} aria-label="Samples with other reviewers">
        {rows.map((row) => (
          <li key={row.sampleId}>
            <Link href={`/samples/${row.sampleId}`}>{`Sample ${row.sampleId}`}</Link>
            <span>{row.leasedBy}</span>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>Looked up again every ten seconds.</p>
    </div>
  );
}
