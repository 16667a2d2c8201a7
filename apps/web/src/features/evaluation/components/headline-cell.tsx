import type { EvaluationRow } from "@foundry/core/evaluations/evaluation.schema";
import { formatShare } from "../../../components/format/format-share";
import classes from "./evaluations-table.module.css";
import { VerdictBadge } from "./verdict-badge";

/** A metric in the list: the shares of base model and adapter, and whether they differ. */
export function HeadlineCell({
  figure,
}: {
  figure: NonNullable<EvaluationRow["headline"]>[number] | null;
}) {
  if (figure === null) return <span className={classes.rate}>–</span>;
  const { base, adapter, items, verdict } = figure;
  if (base === null || adapter === null) {
    return <span className={classes.rate}>Applies to no item</span>;
  }
  return (
    <span className={classes.rate}>
      <span>
        {`${formatShare(base, 1)} → ${formatShare(adapter, 1)} `}
        <small>{`n = ${items}`}</small>
      </span>
      <small>
        <VerdictBadge verdict={verdict} isPlain />
      </small>
    </span>
  );
}
