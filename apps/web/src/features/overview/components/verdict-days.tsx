import type { Overview } from "@foundry/core/overview/overview.schema";
import { Table } from "@mantine/core";
import { formatCount } from "../../../components/format/format-count";
import { type BarPart, StackedBar } from "../../../components/state/stacked-bar";
import classes from "./tables.module.css";

const dayName = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

function verdictParts(day: Overview["verdictsLast7Days"][number]): BarPart[] {
  return [
    { tone: "accepted", label: "Accepted", count: day.accepted },
    { tone: "corrected", label: "Corrected", count: day.corrected },
    { tone: "rejected", label: "Rejected", count: day.rejected },
    { tone: "skipped", label: "Skipped", count: day.skipped },
  ];
}

/** Verdicts of each of the last seven days, the newest first, on one scale. */
export function VerdictDays({ days }: { days: Overview["verdictsLast7Days"] }) {
  const rows = days.toReversed().map((day) => {
    const parts = verdictParts(day);
    return { day: day.day, parts, total: parts.reduce((sum, part) => sum + part.count, 0) };
  });
  const largest = Math.max(1, ...rows.map((row) => row.total));
  return (
    <Table className={classes.compact ?? ""}>
      <Table.Tbody>
        {rows.map(({ day, parts, total }) => (
          <Table.Tr key={day}>
            <Table.Td w={110} className={classes.quiet}>
              {dayName.format(new Date(day))}
            </Table.Td>
            <Table.Td>
              <StackedBar parts={parts} scale={largest} />
            </Table.Td>
            <Table.Td w={64} ta="right">
              {formatCount(total)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
