import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { countOf } from "../../../components/format/format-count";
import classes from "./finding-counts.module.css";

/** How many errors and warnings the checks found; a dash until they have looked. */
export function FindingCounts({
  errors,
  warnings,
  isKnown,
}: {
  errors: number;
  warnings: number;
  isKnown: boolean;
}) {
  if (!isKnown) return <span className={classes.none}>–</span>;
  if (errors === 0 && warnings === 0) return <span className={classes.none}>none</span>;
  return (
    <span className={classes.counts}>
      {errors > 0 && (
        <span title={countOf(errors, "error")} data-severity="error">
          <IconAlertCircle size={15} aria-label="Errors" />
          {errors}
        </span>
      )}
      {warnings > 0 && (
        <span title={countOf(warnings, "warning")} data-severity="warning">
          <IconAlertTriangle size={15} aria-label="Warnings" />
          {warnings}
        </span>
      )}
    </span>
  );
}
