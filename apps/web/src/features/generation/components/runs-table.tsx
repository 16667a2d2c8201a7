"use client";

import { Table } from "@mantine/core";
import { countOf } from "../../../components/format/format-count";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { useGenerationRuns } from "../api/use-generation-runs";
import { NoRuns } from "./no-runs";
import { RunRow } from "./run-row";
import classes from "./runs-table.module.css";

const SKELETON = ["70%", "60%", "60%", "30%", "50%", "60%", "60%"];

/** Every run, newest first. */
export function RunsTable() {
  const query = useGenerationRuns();
  const runs = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && runs.length === 0) {
    return <FailedList error={query.error} what="the runs" onRetry={() => void query.refetch()} />;
  }
  if (query.isSuccess && runs.length === 0) return <NoRuns />;
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
            <Table.Th>Written by</Table.Th>
            <Table.Th w={190}>State</Table.Th>
            <Table.Th w={140} ta="right">
              Prompts done
            </Table.Th>
            <Table.Th w={84} ta="right">
              Failed
            </Table.Th>
            <Table.Th w={104} ta="right">
              Cost
            </Table.Th>
            <Table.Th w={170} pl="xl">
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
