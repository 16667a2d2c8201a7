"use client";

import { Table } from "@mantine/core";
import { countOf, formatCount } from "../../../components/format/format-count";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { SeverityBadge } from "../../../components/state/severity-badge";
import { TextWithCode } from "../../../components/text-with-code";
import { useImportIssues } from "../api/use-import-issues";
import classes from "./import-issues-table.module.css";

const SKELETON = ["60%", "70%", "80%", "60%"];

/** Each row of the file that needs a look, with its line and the reason. */
export function ImportIssuesTable({
  importId,
  isUnderWay,
}: {
  importId: string;
  isUnderWay: boolean;
}) {
  const query = useImportIssues(importId);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && rows.length === 0) {
    return (
      <FailedList error={query.error} what="the report" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && rows.length === 0) {
    return (
      <EmptyList title={isUnderWay ? "Nothing to report so far" : "Nothing to report"}>
        Every row that was read could be used as it is.
      </EmptyList>
    );
  }
  return (
    <>
      <Table className={classes.table ?? ""} aria-busy={query.isPending}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={88} ta="right">
              Line
            </Table.Th>
            <Table.Th w={120}>Severity</Table.Th>
            <Table.Th>What was found</Table.Th>
            <Table.Th w="28%">Where in the record</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending && <TableSkeleton widths={SKELETON} rowCount={3} />}
          {rows.map((issue, index) => (
            // One record may have the same issue at two places, so only its place in the list is unique.
            <Table.Tr key={index}>
              <Table.Td ta="right">{formatCount(issue.line)}</Table.Td>
              <Table.Td>
                <SeverityBadge severity={issue.severity} />
              </Table.Td>
              <Table.Td className={classes.message}>
                <TextWithCode>{issue.message}</TextWithCode>
              </Table.Td>
              <Table.Td className={classes.place}>
                {issue.path === null || issue.path === "" ? (
                  "The whole record"
                ) : (
                  <code>{issue.path}</code>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(rows.length, "entry", "entries")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}
