"use client";

import type { DatasetRow } from "@foundry/core/datasets/dataset.schema";
import { Table } from "@mantine/core";
import { IconDatabase } from "@tabler/icons-react";
import Link from "next/link";
import { countOf, formatCount } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import rows from "../../../components/list/linked-row.module.css";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { RelativeTime } from "../../../components/time/relative-time";
import { useDatasets } from "../../../components/datasets/use-datasets";

const SKELETON = ["70%", "40%", "70%", "40%", "40%", "60%", "60%"];

export function DatasetsTable() {
  const query = useDatasets();
  const datasets = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && datasets.length === 0) {
    return (
      <FailedList error={query.error} what="the datasets" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && datasets.length === 0) return <NoDatasets />;
  return (
    <>
      <Table highlightOnHover aria-label="Datasets" aria-busy={query.isPending} miw={860}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th w={90} ta="right">
              Samples
            </Table.Th>
            <Table.Th w={190}>Training / validation / test</Table.Th>
            <Table.Th w={80} ta="right">
              Pairs
            </Table.Th>
            <Table.Th w={90} ta="right">
              Trainings
            </Table.Th>
            <Table.Th w={150} pl="xl">
              By
            </Table.Th>
            <Table.Th w={130}>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton widths={SKELETON} />
          ) : (
            datasets.map((dataset) => <DatasetLine key={dataset.id} dataset={dataset} />)
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(datasets.length, "dataset")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}

function DatasetLine({ dataset }: { dataset: DatasetRow }) {
  const { items } = dataset;
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={rows.name}>
        <Link href={`/datasets/${dataset.id}`} data-row-link>
          {dataset.title}
        </Link>
        <span className={rows.note}>{`Dataset ${dataset.number}`}</span>
      </Table.Td>
      <Table.Td ta="right">{formatCount(dataset.itemCount)}</Table.Td>
      <Table.Td>
        {[items.train, items.validation, items.test].map(formatCount).join(" / ")}
      </Table.Td>
      <Table.Td ta="right">{formatCount(dataset.pairCount)}</Table.Td>
      <Table.Td ta="right" className={dataset.trainingRunCount === 0 ? rows.quiet : undefined}>
        {formatCount(dataset.trainingRunCount)}
      </Table.Td>
      <Table.Td pl="xl">{dataset.createdBy}</Table.Td>
      <Table.Td className={rows.when}>
        <RelativeTime at={dataset.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

function NoDatasets() {
  return (
    <EmptyList
      icon={<IconDatabase size={20} stroke={1.6} />}
      title="No dataset was frozen yet"
      action={<LinkButton href="/datasets/new">New dataset</LinkButton>}
    >
      Accepted and corrected samples go in; families stay together, so that the test split measures
      what the model has not seen. Freezing changes nothing in the corpus.
    </EmptyList>
  );
}
