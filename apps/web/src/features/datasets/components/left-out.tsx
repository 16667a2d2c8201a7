import { LEFT_OUT_REASONS } from "@foundry/core/datasets/left-out-reasons";
import type { DatasetSummary } from "@foundry/core/datasets/dataset.schema";
import Link from "next/link";
import { countOf, formatCount } from "../../../components/format/format-count";
import { Panel } from "../../../components/panel";
import classes from "./left-out.module.css";

/** Accepted samples that are not in it, each with its reason. */
export function LeftOut({ summary }: { summary: DatasetSummary }) {
  const outside = summary.candidateCount - summary.itemCount;
  if (outside === 0) return null;
  return (
    <Panel
      title="Left out"
      aside={`${formatCount(outside)} of ${countOf(summary.candidateCount, "reviewed sample")}`}
    >
      <ul className={classes.list}>
        {summary.leftOut.map(({ reason, count, firstIds }) => (
          <li key={reason}>
            <span>{formatCount(count)}</span>
            <span>{LEFT_OUT_REASONS[reason]}</span>
            <span className={classes.ids}>
              {firstIds.map((id) => (
                <Link key={id} href={`/samples/${id}`}>{`Sample ${id}`}</Link>
              ))}
              {count > firstIds.length && "…"}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
