"use client";

import type { Evaluation } from "@foundry/core/evaluations/evaluation.schema";
import { EVALUATION_METRICS } from "@foundry/core/evaluation/metrics";
import { Button, Table } from "@mantine/core";
import { useEffect, useRef } from "react";
import { countOf } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { useRowKeys } from "../../../components/list/use-row-keys";
import { Panel } from "../../../components/panel";
import { useAddressQuery } from "../../../components/use-address-query";
import { useEvaluationItems } from "../api/use-evaluation-items";
import { type ItemFilters, readItemFilters, writeItemFilters } from "../item-filters";
import { METRIC_NAMES } from "../metric-names";
import { ItemRow } from "./item-row";
import { ItemsFilters } from "./items-filters";

const EVERY_ITEM: ItemFilters = { metric: null, selection: "all" };
const SKELETON = ["80%", "60%", "60%", ...EVALUATION_METRICS.map(() => "60%")];

/** The items with what both models got right; the filters stand in the address. */
export function EvaluationItems({ evaluation }: { evaluation: Evaluation }) {
  const [query, change] = useAddressQuery();
  const filters = readItemFilters(query);
  const show = (next: ItemFilters) =>
    change({
      metric: null,
      model: null,
      flip: null,
      ...Object.fromEntries(writeItemFilters(next)),
    });
  const panel = useRef<HTMLDivElement>(null);
  // The items come after the page: the place that the address names has to be found again.
  useEffect(() => {
    if (window.location.hash === "#items") panel.current?.scrollIntoView();
  }, [query]);
  return (
    <div id="items" ref={panel}>
      <Panel title="Items" isFlush aside="Base → adapter; J and K step through them">
        <ItemsFilters filters={filters} onChange={show} />
        <ItemsTable
          evaluationId={evaluation.id}
          filters={filters}
          onShowAll={() => show(EVERY_ITEM)}
        />
      </Panel>
    </div>
  );
}

function ItemsTable({
  evaluationId,
  filters,
  onShowAll,
}: {
  evaluationId: string;
  filters: ItemFilters;
  onShowAll: () => void;
}) {
  const query = useEvaluationItems(evaluationId, filters);
  const body = useRef<HTMLTableSectionElement>(null);
  const noSearch = useRef<HTMLInputElement>(null);
  useRowKeys(body, noSearch);
  const items = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && items.length === 0) {
    return <FailedList error={query.error} what="the items" onRetry={() => void query.refetch()} />;
  }
  if (query.isSuccess && items.length === 0) {
    return (
      <EmptyList
        title="No item is like that"
        action={
          <Button variant="default" onClick={onShowAll}>
            Show every item
          </Button>
        }
      />
    );
  }
  return (
    <>
      <Table highlightOnHover aria-label="Items" aria-busy={query.isFetching} miw={1000}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Prompt</Table.Th>
            <Table.Th w={150}>Category</Table.Th>
            {EVALUATION_METRICS.map(({ id, title }) => (
              <Table.Th key={id} w={84} title={title}>
                {METRIC_NAMES[id]}
              </Table.Th>
            ))}
            <Table.Th w={120} title="How much of the reviewed IR the answer has, 0 to 1">
              Values (F1)
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {query.isPending ? (
            <TableSkeleton widths={SKELETON} />
          ) : (
            items.map((item) => (
              <ItemRow
                key={item.position}
                item={item}
                chosen={filters.metric}
                href={`/evaluation/${evaluationId}/items/${item.position}?${writeItemFilters(filters)}`}
              />
            ))
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(items.length, "item")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}
