import type { Overview } from "@foundry/core/overview/overview.schema";
import { Table } from "@mantine/core";
import Link from "next/link";
import { formatCount } from "../../../components/format/format-count";
import { formatName } from "../../../components/format/format-name";
import { formatShare } from "../../../components/format/format-share";
import { EmptyList } from "../../../components/list/empty-list";
import { StackedBar } from "../../../components/state/stacked-bar";
import { stateParts } from "../state-parts";
import classes from "./tables.module.css";

/** Each category with its states as a bar, how much of it is decided, and how much of that was kept. */
export function CategoryTable({ categories }: { categories: Overview["categories"] }) {
  if (categories.length === 0)
    return (
      <EmptyList title="No samples yet">Categories appear here with the first import.</EmptyList>
    );
  const totals = categories.map((row) => row.pending + row.accepted + row.corrected + row.rejected);
  const largest = Math.max(...totals);
  return (
    <Table className={classes.table ?? ""}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={190}>Category</Table.Th>
          <Table.Th>States</Table.Th>
          <Table.Th w={90} ta="right">
            Samples
          </Table.Th>
          <Table.Th w={90} ta="right">
            Decided
          </Table.Th>
          <Table.Th w={150} ta="right">
            Kept of decided
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {categories.map((row, index) => {
          const total = totals[index] ?? 0;
          const decided = total - row.pending;
          const kept = row.accepted + row.corrected;
          return (
            <Table.Tr key={row.category ?? ""}>
              <Table.Td>
                {row.category === null ? (
                  <span className={classes.quiet}>Without a category</span>
                ) : (
                  <Link
                    className={classes.link}
                    href={`/samples?category=${encodeURIComponent(row.category)}`}
                  >
                    {formatName(row.category)}
                  </Link>
                )}
              </Table.Td>
              <Table.Td>
                <StackedBar parts={stateParts(row)} scale={largest} />
              </Table.Td>
              <Table.Td ta="right">{formatCount(total)}</Table.Td>
              <Table.Td ta="right">{formatShare(decided, total)}</Table.Td>
              <Table.Td ta="right">
                {decided === 0 ? (
                  <span className={classes.quiet}>none decided</span>
                ) : (
                  <>
                    {formatShare(kept, decided)}{" "}
                    <span className={classes.quiet}>{`of ${formatCount(decided)}`}</span>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
