import type { DatasetSummary } from "@foundry/core/datasets/dataset.schema";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { VisibleText } from "../../../components/text/visible-text";
import { SPLIT_NAMES } from "../split-names";
import classes from "./leakage.module.css";

/** Whether a prompt of one split could be known from another. */
export function Leakage({ summary }: { summary: DatasetSummary }) {
  const { tornGroups, nearest } = summary.leakage;
  return (
    <div className={classes.leakage}>
      <p>
        {tornGroups.length === 0
          ? `No family is in two splits: ${countOf(summary.groupCount, "family", "families")} of variations, near-duplicates and equal IRs stay together.`
          : `${countOf(tornGroups.length, "family", "families")} are in two splits: ${tornGroups.join(", ")}.`}
      </p>
      {nearest !== null && (
        <>
          <p>
            {`The two prompts of different splits that are most alike share ${Math.round(nearest.similarity * 100)} % of their words in a row:`}
          </p>
          <ul>
            {[nearest.left, nearest.right].map(({ sampleId, prompt, split }) => (
              <li key={sampleId}>
                <span className={classes.split}>{SPLIT_NAMES[split].title}</span>
                <Link href={`/samples/${sampleId}`}>
                  <VisibleText>{prompt}</VisibleText>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
