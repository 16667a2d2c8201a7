import type { PromptPreview } from "@foundry/core/prompt-runs/prompt-run.schema";
import { COMPLEXITIES } from "@foundry/core/prompts/derive-complexity";
import { Table } from "@mantine/core";
import { formatCount } from "../../../components/format/format-count";
import { TableSkeleton } from "../../../components/list/table-skeleton";
import { formatName } from "../../../components/text/format-name";
import classes from "./quota-table.module.css";

/** How many of each category and complexity there would be. */
export function QuotaTable({ preview }: { preview: PromptPreview | undefined }) {
  return (
    <Table className={classes.table ?? ""}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Category</Table.Th>
          <Table.Th ta="right">Wanted</Table.Th>
          <Table.Th ta="right">Drawn</Table.Th>
          {COMPLEXITIES.map((complexity) => (
            <Table.Th key={complexity} ta="right">
              {formatName(complexity)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {preview === undefined ? (
          <TableSkeleton widths={["60%", "50%", "50%", "50%", "50%", "50%"]} />
        ) : (
          preview.quotas.map(({ category, wanted, drawn, complexities }) => (
            <Table.Tr key={category}>
              <Table.Td>{formatName(category)}</Table.Td>
              <Table.Td ta="right">{formatCount(wanted)}</Table.Td>
              <Table.Td ta="right" data-short={drawn < wanted || undefined}>
                {formatCount(drawn)}
              </Table.Td>
              {COMPLEXITIES.map((complexity) => (
                <Table.Td key={complexity} ta="right">
                  {formatCount(complexities[complexity])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))
        )}
      </Table.Tbody>
    </Table>
  );
}
