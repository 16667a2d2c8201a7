"use client";

import { Table } from "@mantine/core";
import { useState } from "react";
import { countOf } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { type CallFilters, useLlmCalls } from "../api/use-llm-calls";
import { CallDrawer } from "./call-drawer";
import { CallRow } from "./call-row";
import classes from "./calls-table.module.css";

const SKELETON = ["70%", "70%", "60%", "50%", "50%", "50%", "50%", "60%"];

/** The ledger: every request to a model, written before it was sent. */
export function CallsTable({ filters, isFiltered }: { filters: CallFilters; isFiltered: boolean }) {
  const query = useLlmCalls(filters);
  const calls = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const [openedId, setOpenedId] = useState<string | null>(null);
  if (query.isError && calls.length === 0) {
    return <FailedList error={query.error} what="the calls" onRetry={() => void query.refetch()} />;
  }
  if (query.isSuccess && calls.length === 0) {
    return (
      <EmptyList title={isFiltered ? "No call fits these filters" : "No call was made yet"}>
        Every request to a model appears here before it is sent.
      </EmptyList>
    );
  }
  return (
    <div className={classes.scroll}>
      <Table
        highlightOnHover
        className={classes.table ?? ""}
        aria-label="Calls"
        aria-busy={query.isPending}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Request</Table.Th>
            <Table.Th w={150}>Model</Table.Th>
            <Table.Th w={150}>Outcome</Table.Th>
            <Table.Th w={92} ta="right" title="All tokens that were read, from the cache or not">
              Tokens in
            </Table.Th>
            <Table.Th w={88} ta="right">
              Tokens out
            </Table.Th>
            <Table.Th w={92} ta="right">
              Cost
            </Table.Th>
            <Table.Th w={76} ta="right">
              Took
            </Table.Th>
            <Table.Th w={120}>When</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending ? (
            <TableSkeleton widths={SKELETON} rowCount={4} />
          ) : (
            calls.map((call) => <CallRow key={call.id} call={call} onOpen={setOpenedId} />)
          )}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(calls.length, "call")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
      <CallDrawer callId={openedId} onClose={() => setOpenedId(null)} />
    </div>
  );
}
