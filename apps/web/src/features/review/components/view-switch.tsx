"use client";

import classes from "./view-switch.module.css";

const VIEWS = [
  { shows: false, label: "JSON" },
  { shows: true, label: "Changes" },
];

/** The IR itself, or what the reviewer changed in it. */
export function ViewSwitch({
  showsChanges,
  hasChanges,
  onChange,
}: {
  showsChanges: boolean;
  hasChanges: boolean;
  onChange: (showsChanges: boolean) => void;
}) {
  return (
    <div className={classes.switch} role="group" aria-label="View of the IR">
      {VIEWS.map(({ shows, label }) => (
        <button
          key={label}
          type="button"
          className={classes.view}
          aria-pressed={shows === showsChanges}
          aria-keyshortcuts={shows ? "D" : undefined}
          disabled={shows && !hasChanges}
          onClick={() => onChange(shows)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
