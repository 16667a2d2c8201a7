import { formatCount } from "../format/format-count";
import classes from "./work-counters.module.css";

export interface WorkCounter {
  label: string;
  count: number;
  isBad?: boolean;
}

/** The numbers of background work; their places never change. */
export function WorkCounters({ counters }: { counters: readonly WorkCounter[] }) {
  return (
    <dl className={classes.counters}>
      {counters.map(({ label, count, isBad }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd data-bad={isBad || undefined}>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
