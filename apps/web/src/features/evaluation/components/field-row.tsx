import type { ModelComparison } from "@foundry/core/evaluation/evaluation.schema";
import { Table } from "@mantine/core";
import { formatCount } from "../../../components/format/format-count";
import { Hint } from "../../../components/hint";
import { describeDifference } from "../describe-difference";
import { ModelName } from "./model-name";
import classes from "./metrics-panel.module.css";
import { VerdictBadge } from "./verdict-badge";

/** How much of the reviewed IRs both models wrote, value by value, on average. */
export function FieldRow({ fields }: { fields: ModelComparison["fieldF1"] }) {
  const rows = [
    ["base", fields.first],
    ["adapter", fields.second],
  ] as const;
  return (
    <Table.Tr aria-label="Matching values">
      <Table.Td>
        <div className={classes.metric}>
          <strong>
            Matching values (F1)
            <Hint of="Matching values">
              How much of the reviewed IR and of the answer is the same, value by value at the same
              place, from 0 to 1; the mean over all items. Not a share of items, so it stands on no
              axis with the others.
            </Hint>
          </strong>
          <span className={classes.note}>{`n = ${formatCount(fields.items)}`}</span>
        </div>
      </Table.Td>
      <Table.Td colSpan={3}>
        <div className={classes.pair}>
          {rows.map(([model, mean]) => (
            <div key={model} className={classes.line}>
              <ModelName model={model} />
              <span className={classes.share}>{mean === null ? "–" : mean.toFixed(2)}</span>
              <span className={classes.note}>mean</span>
            </div>
          ))}
        </div>
      </Table.Td>
      <Table.Td>
        <div className={classes.metric}>
          <VerdictBadge verdict={fields.verdict} words={fields.words} isPlain />
          <span className={classes.note}>{describeDifference(fields.difference)}</span>
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
