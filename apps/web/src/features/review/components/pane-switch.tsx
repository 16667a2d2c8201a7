"use client";

import classes from "./pane-switch.module.css";

export interface PaneView<Id extends string> {
  id: Id;
  label: string;
  /** Key of the desk that shows it. */
  keys?: string;
  isDisabled?: boolean;
}

/** What a pane shows, one of a few views of the same thing. */
export function PaneSwitch<Id extends string>({
  label,
  views,
  current,
  onChange,
}: {
  label: string;
  views: readonly PaneView<Id>[];
  current: Id;
  onChange: (view: Id) => void;
}) {
  return (
    <div className={classes.switch} role="group" aria-label={label}>
      {views.map((view) => (
        <button
          key={view.id}
          type="button"
          className={classes.view}
          aria-pressed={view.id === current}
          aria-keyshortcuts={view.keys}
          title={view.keys === undefined ? undefined : `${view.label} (${view.keys})`}
          disabled={view.isDisabled}
          onClick={() => onChange(view.id)}
        >
          {view.label}
        </button>
      ))}
    </div>
  );
}
