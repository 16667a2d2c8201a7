import type { EvaluationItemPage } from "@foundry/core/evaluations/evaluation.schema";
import { EVALUATION_METRICS, type MetricId } from "@foundry/core/evaluation/metrics";
import { Table } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import Link from "next/link";
import rows from "../../../components/list/linked-row.module.css";
import { formatName } from "../../../components/text/format-name";
import { VisibleText } from "../../../components/text/visible-text";
import classes from "./evaluation-items.module.css";
import { ScoreMark } from "./score-mark";

/** One item: for each metric whether base model and adapter meet it. */
export function ItemRow({
  item,
  chosen,
  href,
}: {
  item: EvaluationItemPage["rows"][number];
  /** The metric that the list is filtered by. */
  chosen: MetricId | null;
  href: string;
}) {
  const { base, adapter } = item;
  return (
    <Table.Tr className={rows.row}>
      <Table.Td className={rows.name}>
        <Link href={href} data-row-link>
          <span className={classes.prompt}>
            <VisibleText>{item.prompt}</VisibleText>
          </span>
        </Link>
      </Table.Td>
      <Table.Td>{item.category === null ? "–" : formatName(item.category)}</Table.Td>
      {EVALUATION_METRICS.map(({ id }) => (
        <Table.Td key={id} className={id === chosen ? classes.chosen : undefined}>
          <span className={classes.change}>
            <ScoreMark score={base.scores[id]} />
            <IconArrowRight size={12} aria-label="then" />
            <ScoreMark score={adapter.scores[id]} />
          </span>
        </Table.Td>
      ))}
      <Table.Td>
        <span className={classes.change}>
          {base.fieldF1.toFixed(2)}
          <IconArrowRight size={12} aria-label="then" />
          {adapter.fieldF1.toFixed(2)}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
