"use client";

import type { Import } from "@foundry/core/imports/import.schema";
import { Progress, Table } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import Link from "next/link";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatBytes } from "../../../components/format/format-bytes";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { RelativeTime } from "../../../components/time/relative-time";
import { useImports } from "../api/use-imports";
import { isUnderWay } from "../is-under-way";
import { ImportStateBadge } from "./import-state-badge";
import classes from "./imports-table.module.css";

const SKELETON = ["70%", "60%", "50%", "50%", "40%", "60%", "60%"];

function ImportRow({ item }: { item: Import }) {
  const percent = item.byteCount === 0 ? 0 : (item.bytesDone / item.byteCount) * 100;
  return (
    <Table.Tr className={classes.row}>
      <Table.Td className={classes.file}>
        <Link href={`/imports/${item.id}`}>{item.fileName}</Link>
        <span className={classes.size}>{formatBytes(item.byteCount)}</span>
      </Table.Td>
      <Table.Td>
        <ImportStateBadge item={item} isPlain />
        {isUnderWay(item) && (
          <Progress value={percent} size={3} mt={2} aria-label={`Progress of ${item.fileName}`} />
        )}
      </Table.Td>
      <Table.Td ta="right">{formatCount(item.recordCount)}</Table.Td>
      <Table.Td ta="right">{formatCount(item.sampleCount)}</Table.Td>
      <Table.Td ta="right" className={item.badCount > 0 ? classes.bad : classes.none}>
        {formatCount(item.badCount)}
      </Table.Td>
      <Table.Td pl="xl">
        {item.createdBy ?? <span className={classes.none}>The studio</span>}
      </Table.Td>
      <Table.Td className={classes.when}>
        <RelativeTime at={item.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Every import, newest first. */
export function ImportsTable() {
  const query = useImports();
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && rows.length === 0) {
    return (
      <FailedList error={query.error} what="the imports" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && rows.length === 0) {
    return (
      <EmptyList icon={<IconFileImport size={20} stroke={1.6} />} title="Nothing was imported yet">
        Drop a file anywhere on this page, or choose one with “Import files”. The accepted formats
        are below.
      </EmptyList>
    );
  }
  return (
    <>
      <Table highlightOnHover className={classes.table ?? ""} aria-busy={query.isPending}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>File</Table.Th>
            <Table.Th w={180}>State</Table.Th>
            <Table.Th w={96} ta="right">
              Records
            </Table.Th>
            <Table.Th w={120} ta="right">
              New samples
            </Table.Th>
            <Table.Th w={96} ta="right">
              Bad rows
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
            rows.map((item) => <ImportRow key={item.id} item={item} />)
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(rows.length, "import")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}
