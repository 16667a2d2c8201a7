"use client";

import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { Progress, Table } from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import Link from "next/link";
import { countOf, formatCount } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { RelativeTime } from "../../../components/time/relative-time";
import { usePromptRuns } from "../api/use-prompt-runs";
import { isUnderWay } from "../is-under-way";
import { RunStateBadge } from "../../../components/state/run-state-badge";
import rows from "../../../components/list/linked-row.module.css";
import classes from "./runs-table.module.css";

const SKELETON = ["70%", "60%", "50%", "50%", "50%", "60%", "60%"];

function RunRow({ run }: { run: PromptRun }) {
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={rows.name}>
        <Link href={`/prompts/runs/${run.id}`}>{`Seed ${run.seed}`}</Link>
        {run.withBlueprints && <span className={classes.note}>with blueprints</span>}
      </Table.Td>
      <Table.Td>
        <RunStateBadge state={run.state} isPlain />
        {isUnderWay(run) && (
          <Progress
            value={(run.doneCount / run.count) * 100}
            size={3}
            mt={2}
            aria-label={`Progress of the run with seed ${run.seed}`}
          />
        )}
      </Table.Td>
      <Table.Td ta="right">{formatCount(run.count)}</Table.Td>
      <Table.Td ta="right">{formatCount(run.createdCount)}</Table.Td>
      <Table.Td ta="right">{formatCount(run.refusedCount)}</Table.Td>
      <Table.Td pl="xl">{run.createdBy}</Table.Td>
      <Table.Td className={rows.when}>
        <RelativeTime at={run.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Every run, newest first. */
export function RunsTable({ canManage }: { canManage: boolean }) {
  const query = usePromptRuns();
  const runs = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && runs.length === 0) {
    return <FailedList error={query.error} what="the runs" onRetry={() => void query.refetch()} />;
  }
  if (query.isSuccess && runs.length === 0) {
    return (
      <EmptyList
        icon={<IconSparkles size={20} stroke={1.6} />}
        title="No run yet"
        action={canManage && <LinkButton href="/prompts/new">Generate prompts</LinkButton>}
      >
        A run writes prompts from the templates; it appears here with all that it did.
      </EmptyList>
    );
  }
  return (
    <>
      <Table
        highlightOnHover
        className={classes.table ?? ""}
        aria-label="Runs"
        aria-busy={query.isPending}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Run</Table.Th>
            <Table.Th w={150}>State</Table.Th>
            <Table.Th w={110} ta="right">
              Asked for
            </Table.Th>
            <Table.Th w={96} ta="right">
              Stored
            </Table.Th>
            <Table.Th w={96} ta="right">
              Refused
            </Table.Th>
            <Table.Th w={180} pl="xl">
              By
            </Table.Th>
            <Table.Th w={130}>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton widths={SKELETON} />
          ) : (
            runs.map((run) => <RunRow key={run.id} run={run} />)
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(runs.length, "run")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}
