"use client";

import type { GenerationRun } from "@foundry/core/generation/generation.schema";
import { Button, Checkbox, Table } from "@mantine/core";
import { useMemo, useState } from "react";
import { countOf } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { useSelection } from "../../../components/list/use-selection";
import { useGenerationItems, type ItemFilters } from "../api/use-generation-items";
import { ItemDrawer } from "./item-drawer";
import { type GenerationItem, ItemRow } from "./item-row";
import { ItemsFilters } from "./items-filters";
import classes from "./items-table.module.css";

const SKELETON = ["0%", "60%", "90%", "60%", "30%", "30%", "50%"];

/** The prompts of a run with what became of each. */
export function ItemsTable({
  run,
  filters,
  onChange,
}: {
  run: GenerationRun;
  filters: ItemFilters;
  onChange: (changes: Record<string, string | null>) => void;
}) {
  const query = useGenerationItems(run.id, filters);
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const failed = useMemo(
    () => items.filter(({ state }) => state === "failed").map(({ id }) => id),
    [items],
  );
  const { ids, select, selectAll } = useSelection(failed);
  const [opened, setOpened] = useState<GenerationItem | null>(null);
  return (
    <>
      <ItemsFilters
        run={run}
        filters={filters}
        selected={ids}
        onChange={onChange}
        onRetried={() => selectAll([])}
      />
      {query.isError && items.length === 0 && (
        <FailedList error={query.error} what="the prompts" onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && items.length === 0 && (
        <NoItems onClear={() => onChange({ state: null, failure: null })} />
      )}
      {(query.isPending || items.length > 0) && (
        <>
          <Table
            highlightOnHover
            className={classes.table ?? ""}
            aria-label="Prompts of the run"
            aria-busy={query.isPending || query.isPlaceholderData}
            data-stale={query.isPlaceholderData || undefined}
          >
            <Head failed={failed} selected={ids} onSelectAll={selectAll} />
            <Table.Tbody>
              {query.isPending ? (
                <TableSkeleton widths={SKELETON} rowCount={10} />
              ) : (
                items.map((item) => (
                  <ItemRow
                    key={item.id}
                    item={item}
                    isSelected={ids.has(item.id)}
                    onSelect={select}
                    onOpen={setOpened}
                  />
                ))
              )}
            </Table.Tbody>
          </Table>
          <LoadMore
            shown={query.isPending ? "Loading" : `${countOf(items.length, "prompt")} shown`}
            hasMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onLoad={() => void query.fetchNextPage()}
          />
        </>
      )}
      <ItemDrawer
        run={run}
        item={items.find(({ id }) => id === opened?.id) ?? opened}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function Head({
  failed,
  selected,
  onSelectAll,
}: {
  failed: readonly string[];
  selected: ReadonlySet<string>;
  onSelectAll: (ids: readonly string[]) => void;
}) {
  const isAll = failed.length > 0 && selected.size === failed.length;
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th w={40}>
          <Checkbox
            size="xs"
            aria-label="Select every shown prompt that failed"
            checked={isAll}
            indeterminate={selected.size > 0 && !isAll}
            disabled={failed.length === 0}
            onChange={() => onSelectAll(isAll ? [] : failed)}
          />
        </Table.Th>
        <Table.Th w={72}>Prompt</Table.Th>
        <Table.Th>Text</Table.Th>
        <Table.Th w={230}>State</Table.Th>
        <Table.Th w={96} ta="right">
          Candidates
        </Table.Th>
        <Table.Th w={72} ta="right">
          Calls
        </Table.Th>
        <Table.Th w={92} ta="right">
          Cost
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function NoItems({ onClear }: { onClear: () => void }) {
  return (
    <EmptyList
      title="No prompt of this run fits these filters"
      action={
        <Button variant="default" onClick={onClear}>
          Clear the filters
        </Button>
      }
    />
  );
}
