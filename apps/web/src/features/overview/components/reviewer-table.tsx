import type { Overview } from "@foundry/core/overview/overview.schema";
import { Table } from "@mantine/core";
import { formatCount } from "../../../components/format/format-count";
import { StackedBar } from "../../../components/state/stacked-bar";
import { stateParts } from "../state-parts";
import classes from "./tables.module.css";

/** Verdicts that stand, person by person; only admins get these numbers. */
export function ReviewerTable({ reviewers }: { reviewers: NonNullable<Overview["reviewers"]> }) {
  const rows = reviewers.map((person) => ({
    ...person,
    total: person.accepted + person.corrected + person.rejected,
  }));
  const largest = Math.max(1, ...rows.map((row) => row.total));
  return (
    <Table className={classes.compact ?? ""}>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.userId}>
            <Table.Td w="40%" className={classes.name} title={row.name}>
              {row.name}
            </Table.Td>
            <Table.Td>
              <StackedBar parts={stateParts({ ...row, pending: 0 })} scale={largest} />
            </Table.Td>
            <Table.Td w={64} ta="right">
              {formatCount(row.total)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
