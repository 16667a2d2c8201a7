import type { PromptRun } from "@foundry/core/prompt-runs/prompt-run.schema";
import { formatCount } from "../../../components/format/format-count";
import classes from "./run-counters.module.css";

/** The numbers of one run; their places never change. */
export function RunCounters({ run }: { run: PromptRun }) {
  const counters: [label: string, count: number][] = [
    ["Asked for", run.count],
    ["Stored", run.createdCount],
    ["Here already", run.keptCount],
    ["Refused", run.refusedCount],
    ["IRs for review", run.sampleCount],
  ];
  return (
    <dl className={classes.counters}>
      {counters.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
