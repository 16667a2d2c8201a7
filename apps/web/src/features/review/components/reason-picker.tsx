"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Shortcut } from "../../../components/shortcut";
import { findReasonByKey, keyOfReason } from "../desk/reason-keys";
import { DeskButton } from "./desk-button";
import { NoteField } from "./note-field";
import classes from "./reason-picker.module.css";

export interface Reason<Id extends string> {
  id: Id;
  label: string;
}

/** Reasons for a verdict: each has a key, Enter sends, Escape goes back. */
export function ReasonPicker<Id extends string>({
  title,
  reasons,
  submitLabel,
  tone,
  note,
  onNote,
  onSubmit,
  onCancel,
}: {
  title: string;
  reasons: readonly Reason<Id>[];
  submitLabel: string;
  tone: "rejected" | "skipped";
  note: string;
  onNote: (note: string) => void;
  onSubmit: (reasons: Id[]) => void;
  onCancel: () => void;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [active, setActive] = useState(-1);
  const [isAsking, setIsAsking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();
  useEffect(() => list.current?.focus({ preventScroll: true }), []);

  const toggle = (index: number) => {
    const reason = reasons[index];
    if (reason === undefined) return;
    const next = new Set(chosen);
    if (!next.delete(reason.id)) next.add(reason.id);
    setChosen(next);
    setActive(index);
    setIsAsking(false);
  };
  const submit = () => {
    const pointed = reasons[active];
    const sent =
      chosen.size === 0 && pointed !== undefined
        ? [pointed]
        : reasons.filter(({ id }) => chosen.has(id));
    if (sent.length === 0) setIsAsking(true);
    else onSubmit(sent.map(({ id }) => id));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && !event.shiftKey) submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onListKey = (event: KeyboardEvent) => {
    onKey(event);
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const count = reasons.length;
    const byKey = findReasonByKey(event.key, count);
    if (event.key === "ArrowDown") setActive((active + 1) % count);
    else if (event.key === "ArrowUp") setActive((Math.max(active, 0) + count - 1) % count);
    else if (event.key === "Home") setActive(0);
    else if (event.key === "End") setActive(count - 1);
    else if (event.key === " " && active >= 0) toggle(active);
    else if (byKey >= 0) toggle(byKey);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.picker}>
      <h2 className={classes.title}>{title}</h2>
      <div
        ref={list}
        className={classes.list}
        role="listbox"
        aria-label="Reasons"
        aria-multiselectable
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onListKey}
      >
        {reasons.map(({ id, label }, index) => (
          <button
            key={id}
            type="button"
            id={`${listId}-${index}`}
            role="option"
            aria-selected={chosen.has(id)}
            data-active={index === active || undefined}
            className={classes.reason}
            tabIndex={-1}
            onClick={() => toggle(index)}
          >
            <kbd className={classes.key} aria-hidden>
              {keyOfReason(index).toUpperCase()}
            </kbd>
            <span>{label}</span>
          </button>
        ))}
      </div>
      <NoteField
        aria-label="Note"
        placeholder="Note, if it helps (Tab)"
        rows={1}
        value={note}
        onText={onNote}
        onKeyDown={onKey}
      />
      <div className={classes.foot}>
        <span className={classes.hint} role="status">
          {isAsking ? "Choose at least one reason." : <Hints />}
        </span>
        <DeskButton
          tone={tone}
          onClick={submit}
          onKeyDown={onKey}
          aria-disabled={chosen.size === 0 && active < 0}
        >
          {submitLabel}
        </DeskButton>
      </div>
    </div>
  );
}

function Hints() {
  return (
    <span aria-hidden className={classes.keys}>
      <Shortcut keys={["Enter"]} /> sends <Shortcut keys={["Esc"]} /> goes back
    </span>
  );
}
