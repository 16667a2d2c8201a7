"use client";

import { Table } from "@mantine/core";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { formatShare } from "../../../components/format/format-share";
import { EmptyList } from "../../../components/list/empty-list";
import { FailedList } from "../../../components/list/failed-list";
import { LoadMore } from "../../../components/list/load-more";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { usePromptRefusals } from "../api/use-prompt-refusals";
import { ComparedText } from "./compared-text";
import classes from "./refusals-table.module.css";

const SKELETON = ["90%", "50%", "90%"];

/** Each text that was not stored, beside the prompt that it is too much like. */
export function RefusalsTable({ runId, isUnderWay }: { runId: string; isUnderWay: boolean }) {
  const query = usePromptRefusals(runId);
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  if (query.isError && rows.length === 0) {
    return (
      <FailedList error={query.error} what="the refusals" onRetry={() => void query.refetch()} />
    );
  }
  if (query.isSuccess && rows.length === 0) {
    return (
      <EmptyList title={isUnderWay ? "Nothing was refused so far" : "Nothing was refused"}>
        No text was nearly the same as a prompt that is here.
      </EmptyList>
    );
  }
  return (
    <>
      <Table className={classes.table ?? ""} aria-label="Refused" aria-busy={query.isPending}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Refused text</Table.Th>
            <Table.Th w={88} ta="right" title="Share of the wording that both have">
              Alike
            </Table.Th>
            <Table.Th w="46%">The prompt that is here</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {query.isPending && <TableSkeleton widths={SKELETON} rowCount={3} />}
          {rows.map(({ seq, text, similarity, nearest }) => (
            <Table.Tr key={seq}>
              <Table.Td>
                <ComparedText text={text} other={nearest.text} />
              </Table.Td>
              <Table.Td ta="right">{formatShare(similarity, 1)}</Table.Td>
              <Table.Td>
                <Link href={`/prompts/${nearest.promptId}`} prefetch={false}>
                  <ComparedText text={nearest.text} other={text} />
                </Link>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <LoadMore
        shown={query.isPending ? "Loading" : `${countOf(rows.length, "refusal")} shown`}
        hasMore={query.hasNextPage}
        isLoading={query.isFetchingNextPage}
        onLoad={() => void query.fetchNextPage()}
      />
    </>
  );
}
