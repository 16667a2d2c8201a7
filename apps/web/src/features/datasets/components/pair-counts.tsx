import type { DatasetSummary } from "@foundry/core/datasets/dataset.schema";
import { ERROR_TYPE_IDS } from "@foundry/core/checks/error-types";
import { countOf, formatCount } from "../../../components/format/format-count";
import { nameErrorType } from "../../../components/findings/name-error-type";
import classes from "./pair-counts.module.css";

const SOURCES: Record<string, string> = {
  mutator: "made on purpose",
  correction: "corrected by a reviewer",
};

/** How many wrong IRs there are, by error and by where they come from. */
export function PairCounts({ summary }: { summary: DatasetSummary }) {
  if (summary.pairCount === 0) {
    return (
      <p className={classes.none}>
        None. Preference training needs them; supervised training does not.
      </p>
    );
  }
  return (
    <>
      <p className={classes.total}>
        {`${countOf(summary.pairCount, "pair")}, each checked: the wrong IR differs, its error is found, and the right one passes.`}
      </p>
      <ul className={classes.list}>
        {summary.pairs.map(({ errorType, source, count }) => (
          <li key={`${errorType} ${source}`}>
            <span>{formatCount(count)}</span>
            <span>{nameOf(errorType)}</span>
            <span className={classes.source}>{SOURCES[source] ?? source}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A stored id may be of a catalogue that has moved on. */
function nameOf(errorType: string): string {
  const known = ERROR_TYPE_IDS.find((id) => id === errorType);
  return known === undefined ? errorType : nameErrorType(known);
}
