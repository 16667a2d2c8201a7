"use client";

import { type Split, SPLITS } from "@foundry/core/datasets/split.schema";
import { SegmentedControl, Table } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { countOf, formatCount } from "../../../components/format/format-count";
import { FailedList } from "../../../components/list/failed-list";
import rows from "../../../components/list/linked-row.module.css";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { StateBadge } from "../../../components/state/state-badge";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import { useDatasetItems } from "../api/use-dataset-items";
import { SPLIT_NAMES } from "../split-names";
import classes from "./dataset-items.module.css";

const CHOICES = [
  { value: "all", label: "All" },
  ...SPLITS.map((split) => ({ value: split, label: SPLIT_NAMES[split].title })),
];

/** The rows, of all splits or of one. */
export function DatasetItems({ id }: { id: string }) {
  const [split, setSplit] = useState<Split | null>(null);
  const query = useDatasetItems(id, split);
  const items = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && items.length === 0) {
    return <FailedList error={query.error} what="the rows" onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      <div className={classes.filter}>
        <SegmentedControl
          size="xs"
          data={CHOICES}
          value={split ?? "all"}
          onChange={(value) => setSplit(SPLITS.find((known) => known === value) ?? null)}
          aria-label="Split"
        />
      </div>
      <Table highlightOnHover aria-label="Rows" aria-busy={query.isPending} miw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Prompt</Table.Th>
            <Table.Th w={110}>Split</Table.Th>
            <Table.Th w={150}>Category</Table.Th>
            <Table.Th w={110}>Verdict</Table.Th>
            <Table.Th w={70} ta="right">
              Pairs
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton widths={["80%", "60%", "60%", "60%", "40%"]} />
          ) : (
            items.map((item) => (
              <Table.Tr key={item.position} className={rows.row}>
                <Table.Td className={rows.name}>
                  <Link href={`/samples/${item.sampleId}`} data-row-link>
                    <span className={classes.prompt}>
                      <VisibleText>{item.prompt}</VisibleText>
                    </span>
                  </Link>
                  <span
                    className={rows.note}
                  >{`Sample ${item.sampleId}, version ${item.irVersion}, family ${item.groupKey}`}</span>
                </Table.Td>
                <Table.Td>{SPLIT_NAMES[item.split].title}</Table.Td>
                <Table.Td>{item.category === null ? "–" : formatName(item.category)}</Table.Td>
                <Table.Td>
                  <StateBadge
                    state={item.verdict === "corrected" ? "corrected" : "accepted"}
                    isPlain
                  />
                </Table.Td>
                <Table.Td ta="right">{formatCount(item.pairCount)}</Table.Td>
              </Table.Tr>
            ))
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(items.length, "row")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}
