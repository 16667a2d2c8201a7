import type { Import } from "@foundry/core/imports/import.schema";
import { formatCount } from "../../../components/format/format-count";
import classes from "./import-counters.module.css";

/** The numbers of one import; they only grow, and their places never change. */
export function ImportCounters({ item }: { item: Import }) {
  const counters: [label: string, count: number, isBad?: boolean][] = [
    ["Records read", item.recordCount],
    ["New prompts", item.promptCount],
    ["New samples", item.sampleCount],
    ["Here already", item.duplicateCount],
    ["Bad rows", item.badCount, item.badCount > 0],
    ["Provenance taken out", item.strippedCount],
  ];
  return (
    <dl className={classes.counters}>
      {counters.map(([label, count, isBad]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-bad={isBad || undefined}>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
