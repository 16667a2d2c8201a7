"use client";

import type { Finding } from "@foundry/core/checks/finding";
import { type ReactNode, type Ref, memo } from "react";
import { Shortcut } from "../../../components/shortcut";
import type { Work } from "../desk/work";
import { Checklist } from "./checklist";
import { FindingsList } from "./findings-list";
import { NoteField } from "./note-field";
import { Pane } from "./pane";
import classes from "./side-pane.module.css";

export interface SidePaneProps {
  findings: readonly Finding[] | null;
  currentFinding: number;
  checklist: Work["checklist"];
  note: string;
  isReadOnly: boolean;
  noteRef: Ref<HTMLTextAreaElement>;
  onSelectFinding: (index: number) => void;
  onToggleCheck: (index: number) => void;
  onNote: (note: string) => void;
  /** Escape in the note goes back to the desk. */
  onLeave: () => void;
}

/** What helps to decide: what the checks found, the four points, and room for a note. */
export const SidePane = memo(function SidePane({
  findings,
  currentFinding,
  checklist,
  note,
  isReadOnly,
  noteRef,
  onSelectFinding,
  onToggleCheck,
  onNote,
  onLeave,
}: SidePaneProps) {
  return (
    <Pane
      title={findings === null ? "Findings" : `Findings (${findings.length})`}
      isFlush
      aside={findings !== null && findings.length > 0 && <KeyHint keys={["G"]}>next</KeyHint>}
    >
      <div className={classes.side}>
        <div className={classes.findings}>
          <FindingsList findings={findings} current={currentFinding} onSelect={onSelectFinding} />
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
