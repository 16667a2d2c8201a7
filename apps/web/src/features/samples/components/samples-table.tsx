"use client";

import { Button, Table } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { countOf } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { useSamples } from "../api/use-samples";
import { hasFilters, NO_FILTERS, type SampleFilters } from "../filters/sample-filters";
import { SampleRow } from "./sample-row";
import classes from "./samples-table.module.css";

const SKELETON = ["60%", "85%", "70%", "60%", "50%", "50%", "60%", "60%"];

export function SamplesTable({
  filters,
  onClear,
}: {
  filters: SampleFilters;
  onClear: (filters: SampleFilters) => void;
}) {
  const query = useSamples(filters);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && rows.length === 0) {
    return (
      <FailedList error={query.error} what="the samples" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && rows.length === 0 && !query.isPlaceholderData) {
    return <NoSamples isFiltered={hasFilters(filters)} onClear={() => onClear(NO_FILTERS)} />;
  }
  return (
    <>
      <Table
        highlightOnHover
        className={classes.table ?? ""}
        aria-label="Samples"
        aria-busy={query.isPending || query.isPlaceholderData}
        data-stale={query.isPlaceholderData || undefined}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>Sample</Table.Th>
            <Table.Th>Prompt</Table.Th>
            <Table.Th w={116}>State</Table.Th>
            <Table.Th w={152}>Category</Table.Th>
            <Table.Th w={92}>Findings</Table.Th>
            <Table.Th
              w={64}
              ta="right"
              title="How likely a person is to change the IR, from 0 to 1"
            >
              Risk
            </Table.Th>
            <Table.Th w={108}>By</Table.Th>
            <Table.Th w={122}>Changed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton widths={SKELETON} rowCount={12} />
          ) : (
            rows.map((row) => <SampleRow key={row.sampleId} row={row} />)
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={describeShown(query.isPending, rows.length, query.hasNextPage)}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}

function describeShown(isPending: boolean, count: number, hasMore: boolean): string {
  if (isPending) return "Loading";
  return hasMore
    ? `${countOf(count, "sample")} shown, there are more`
    : `All ${countOf(count, "sample")} shown`;
}

function NoSamples({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered) {
    return (
      <EmptyList
        icon={<IconStack2 size={20} stroke={1.6} />}
        title="No sample fits these filters"
        action={
          <Button variant="default" onClick={onClear}>
            Clear the filters
          </Button>
        }
      >
        Take a filter away, or search for other words.
      </EmptyList>
    );
  }
  return (
    <EmptyList
      icon={<IconStack2 size={20} stroke={1.6} />}
      title="No samples yet"
      action={<LinkButton href="/imports">Import a file</LinkButton>}
    >
      Samples appear here once a file with prompts and IRs is imported.
    </EmptyList>
  );
}
