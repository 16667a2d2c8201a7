"use client";

import type { PromptRow as Row } from "@foundry/core/prompt-list/prompt.schema";
import { Button, Checkbox, Table } from "@mantine/core";
import { IconMessage2 } from "@tabler/icons-react";
import { countOf } from "../../../components/format/format-count";
import { LinkButton } from "../../../components/link-button";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import type { usePrompts } from "../api/use-prompts";
import { PromptRow } from "./prompt-row";
import classes from "./prompts-table.module.css";

const SKELETON = ["60%", "85%", "70%", "70%", "60%", "60%"];

/** What is selected, and how to change it; null for people who change nothing. */
export interface Selection {
  ids: ReadonlySet<number>;
  select: (id: number, isSelected: boolean) => void;
  selectAll: (ids: number[]) => void;
}

export function PromptsTable({
  query,
  rows,
  selection,
  isFiltered,
  onClear,
}: {
  query: ReturnType<typeof usePrompts>;
  rows: Row[];
  selection: Selection | null;
  isFiltered: boolean;
  onClear: () => void;
}) {
  if (query.isError && rows.length === 0) {
    return (
      <FailedList error={query.error} what="the prompts" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && rows.length === 0 && !query.isPlaceholderData) {
    return <NoPrompts isFiltered={isFiltered} canGenerate={selection !== null} onClear={onClear} />;
  }
  return (
    <>
      <Table
        highlightOnHover
        className={classes.table ?? ""}
        aria-label="Prompts"
        aria-busy={query.isPending || query.isPlaceholderData}
        data-stale={query.isPlaceholderData || undefined}
      >
        <Head rows={rows} selection={selection} />
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton
              widths={selection === null ? SKELETON : ["16px", ...SKELETON]}
              rowCount={12}
            />
          ) : (
            rows.map((row) => (
              <PromptRow
                key={row.id}
                row={row}
                isSelected={selection?.ids.has(row.id) ?? false}
                onSelect={selection?.select ?? null}
              />
            ))
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

function Head({ rows, selection }: { rows: Row[]; selection: Selection | null }) {
  const ids = rows.map(({ id }) => id);
  const isAll = ids.length > 0 && ids.every((id) => selection?.ids.has(id));
  const isSome = ids.some((id) => selection?.ids.has(id));
  return (
    <Table.Thead>
      <Table.Tr>
        {selection !== null && (
          <Table.Th w={40}>
            <Checkbox
              size="xs"
              aria-label="Select every shown prompt"
              checked={isAll}
              indeterminate={isSome && !isAll}
              disabled={ids.length === 0}
              onChange={() => selection.selectAll(isAll ? [] : ids)}
            />
          </Table.Th>
        )}
        <Table.Th w={72}>Prompt</Table.Th>
        <Table.Th>Text</Table.Th>
        <Table.Th w={160}>Category</Table.Th>
        <Table.Th w={170}>Source</Table.Th>
        <Table.Th w={100}>IRs</Table.Th>
        <Table.Th w={122}>Added</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function describeShown(isPending: boolean, count: number, hasMore: boolean): string {
  if (isPending) return "Loading";
  return hasMore
    ? `${countOf(count, "prompt")} shown, there are more`
    : `All ${countOf(count, "prompt")} shown`;
}

function NoPrompts({
  isFiltered,
  canGenerate,
  onClear,
}: {
  isFiltered: boolean;
  canGenerate: boolean;
  onClear: () => void;
}) {
  const icon = <IconMessage2 size={20} stroke={1.6} />;
  if (isFiltered) {
    return (
      <EmptyList
        icon={icon}
        title="No prompt fits these filters"
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
      icon={icon}
      title="No prompts yet"
      action={canGenerate && <LinkButton href="/prompts/new">Generate prompts</LinkButton>}
    >
      {canGenerate
        ? "Write some from the templates, or import a file."
        : "Prompts appear here once an admin generates or imports some."}
    </EmptyList>
  );
}
