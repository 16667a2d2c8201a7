import classes from "./number-strip.module.css";

export interface StripNumber {
  label: string;
  /** In words; a dash while it is not known. */
  value: string;
  hint: string;
}

/** Three numbers side by side at the top of a panel, each with what it means. */
export function NumberStrip({ numbers }: { numbers: readonly StripNumber[] }) {
  return (
    <dl className={classes.numbers}>
      {numbers.map(({ label, value, hint }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd className={classes.hint}>{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
