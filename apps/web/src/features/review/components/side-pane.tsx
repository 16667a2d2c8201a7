"use client";

import type { Risk } from "@foundry/core/checks/risk/assess-risk";
import { type ReactNode, type Ref, memo } from "react";
import { Shortcut } from "../../../components/shortcut";
import type { Work } from "../desk/work";
import { Checklist } from "./checklist";
import { ChecksFailure } from "./checks-failure";
import { FindingsList, type FindingsListProps } from "./findings-list";
import { NoteField } from "./note-field";
import { Pane } from "./pane";
import { RiskLine } from "./risk-line";
import classes from "./side-pane.module.css";

export interface SidePaneProps extends FindingsListProps {
  risk: Risk | null;
  checklist: Work["checklist"];
  note: string;
  noteRef: Ref<HTMLTextAreaElement>;
  /** Loads the checks once more; null unless they could not be loaded. */
  onRetry: (() => void) | null;
  onToggleCheck: (index: number) => void;
  onNote: (note: string) => void;
  /** Escape in the note goes back to the desk. */
  onLeave: () => void;
}

/** What helps to decide: what the checks found, the four points, and room for a note. */
export const SidePane = memo(function SidePane({
  risk,
  checklist,
  note,
  noteRef,
  onRetry,
  onToggleCheck,
  onNote,
  onLeave,
  ...list
}: SidePaneProps) {
  const { findings, isReadOnly } = list;
  const count = findings?.open.length ?? 0;
  return (
    <Pane
      title={findings === null ? "Findings" : `Findings (${count})`}
      isFlush
      aside={count > 0 && <KeyHint keys={["G"]}>next</KeyHint>}
    >
      <div className={classes.side}>
        {onRetry !== null && <ChecksFailure onRetry={onRetry} />}
        <RiskLine risk={risk} />
        <div className={classes.findings}>
          {(onRetry === null || findings !== null) && <FindingsList {...list} />}
        </div>
        <div className={classes.always}>
          <section className={classes.section} aria-label="Checklist">
            <h3 className={classes.heading}>Checklist</h3>
            <Checklist checked={checklist} isReadOnly={isReadOnly} onToggle={onToggleCheck} />
          </section>
          <section className={classes.section}>
            <h3 className={classes.heading} id="note-heading">
              Note <KeyHint keys={["C"]} />
            </h3>
            <NoteField
              fieldRef={noteRef}
              aria-labelledby="note-heading"
              aria-keyshortcuts="C"
              placeholder="Anything the next person should know"
              rows={2}
              value={note}
              readOnly={isReadOnly}
              onText={onNote}
              onKeyDown={(event) => {
                if (event.key === "Escape") onLeave();
              }}
            />
          </section>
        </div>
      </div>
    </Pane>
  );
});

function KeyHint({ keys, children }: { keys: string[]; children?: ReactNode }) {
  return (
    <span className={classes.hint} aria-hidden>
      <Shortcut keys={keys} />
      {children}
    </span>
  );
}
