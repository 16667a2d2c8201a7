import type { DatasetSummary } from "@foundry/core/datasets/dataset.schema";
import { SPLITS } from "@foundry/core/datasets/split.schema";
import { Table } from "@mantine/core";
import { countOf, formatCount } from "../../../components/format/format-count";
import { formatShare } from "../../../components/format/format-share";
import { NumberStrip } from "../../../components/number-strip";
import { Panel } from "../../../components/panel";
import { formatName } from "../../../components/text/format-name";
import { SPLIT_NAMES } from "../split-names";
import { Leakage } from "./leakage";
import { PairCounts } from "./pair-counts";

/** A dataset in numbers: its splits by category, how far they are apart, its pairs. */
export function DatasetSummaryPanels({
  summary,
  aside,
}: {
  summary: DatasetSummary;
  aside?: string;
}) {
  return (
    <>
      <Panel title="Splits" isFlush {...(aside === undefined ? {} : { aside })}>
        <NumberStrip
          numbers={SPLITS.map((split) => ({
            label: SPLIT_NAMES[split].title,
            value: formatCount(summary.items[split]),
            hint: `${formatShare(summary.items[split], summary.itemCount)}, ${SPLIT_NAMES[split].hint}`,
          }))}
        />
        <CategoryTable summary={summary} />
      </Panel>
      <Panel title="Apart from each other">
        <Leakage summary={summary} />
      </Panel>
      <Panel title="Wrong IRs beside the right ones">
        <PairCounts summary={summary} />
      </Panel>
    </>
  );
}

function CategoryTable({ summary }: { summary: DatasetSummary }) {
  return (
    <Table aria-label="Samples by category and split">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Category</Table.Th>
          {SPLITS.map((split) => (
            <Table.Th key={split} ta="right">
              {SPLIT_NAMES[split].title}
            </Table.Th>
          ))}
          <Table.Th ta="right">Together</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {summary.categories.map((row) => (
          <Table.Tr key={row.category ?? ""}>
            <Table.Td>
              {row.category === null ? "Without a category" : formatName(row.category)}
            </Table.Td>
            {SPLITS.map((split) => (
              <Table.Td key={split} ta="right" data-none={row[split] === 0 || undefined}>
                {formatCount(row[split])}
              </Table.Td>
            ))}
            <Table.Td ta="right">{formatCount(row.train + row.validation + row.test)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Td>{countOf(summary.groupCount, "family", "families")}</Table.Td>
          {SPLITS.map((split) => (
            <Table.Td key={split} ta="right">
              {formatCount(summary.groups[split])}
            </Table.Td>
          ))}
          <Table.Td ta="right">{formatCount(summary.groupCount)}</Table.Td>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}
