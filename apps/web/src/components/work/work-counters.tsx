import { formatCount } from "../format/format-count";
import classes from "./work-counters.module.css";

export interface WorkCounter {
  label: string;
  /** A sum of money comes in words. */
  count: number | string;
  /** What the number means, on hover. */
  hint?: string;
  isBad?: boolean;
}

/** The numbers of background work; their places never change. */
export function WorkCounters({ counters }: { counters: readonly WorkCounter[] }) {
  return (
    <dl className={classes.counters}>
      {counters.map(({ label, count, hint, isBad }) => (
        <div key={label} title={hint}>
          <dt>{label}</dt>
          <dd data-bad={isBad || undefined}>
            {typeof count === "number" ? formatCount(count) : count}
          </dd>
        </div>
      ))}
    </dl>
  );
}
