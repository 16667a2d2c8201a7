"use client";

import type { TrainingRunRow } from "@foundry/core/training/training-run.schema";
import { Progress, Table } from "@mantine/core";
import { IconBarbell } from "@tabler/icons-react";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import rows from "../../../components/list/linked-row.module.css";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { TaskStateBadge } from "../../../components/state/task-state-badge";
import { RelativeTime } from "../../../components/time/relative-time";
import { useTrainingRuns } from "../api/use-training-runs";
import { describePhase } from "../describe-phase";
import { isUnderWay } from "../is-under-way";

export function TrainingsTable() {
  const query = useTrainingRuns();
  const runs = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && runs.length === 0) {
    return (
      <FailedList error={query.error} what="the trainings" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && runs.length === 0) return <NoTrainings />;
  return (
    <>
      <Table highlightOnHover aria-label="Trainings" aria-busy={query.isPending} miw={820}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Training</Table.Th>
            <Table.Th w={240}>State</Table.Th>
            <Table.Th w={200}>Dataset</Table.Th>
            <Table.Th w={150}>By</Table.Th>
            <Table.Th w={130}>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton widths={["60%", "60%", "70%", "60%", "60%"]} />
          ) : (
            runs.map((run) => <TrainingLine key={run.id} run={run} />)
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(runs.length, "training")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}

function TrainingLine({ run }: { run: TrainingRunRow }) {
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={rows.name}>
        <Link href={`/training/${run.id}`} data-row-link>
          {run.title}
        </Link>
        <span className={rows.note}>{`Training ${run.number}`}</span>
      </Table.Td>
      <Table.Td>
        <TaskStateBadge state={run.state} isPlain />
        {isUnderWay(run) && run.phase !== null && (
          <span className={rows.note}>{describePhase(run.phase)}</span>
        )}
        {run.state === "running" && run.progress !== null && (
          <Progress
            value={run.progress * 100}
            size={3}
            mt={2}
            aria-label={`Progress of training ${run.number}`}
          />
        )}
        {run.error !== null && <span className={rows.note}>{run.error.message}</span>}
      </Table.Td>
      <Table.Td>{`${run.dataset.title} (${run.dataset.number})`}</Table.Td>
      <Table.Td>{run.createdBy}</Table.Td>
      <Table.Td className={rows.when}>
        <RelativeTime at={run.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

function NoTrainings() {
  return (
    <EmptyList
      icon={<IconBarbell size={20} stroke={1.6} />}
      title="Nothing was trained yet"
      action={<LinkButton href="/training/new">New training</LinkButton>}
    >
      Freeze a dataset first. The smoke test then runs on this machine in a few minutes, without a
      GPU, and shows that everything works together.
    </EmptyList>
  );
}
