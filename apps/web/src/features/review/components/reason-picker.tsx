"use client";

import { type RefObject, useEffect, useId, useRef, useState } from "react";
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
  found = [],
  submitLabel,
  tone,
  note,
  onNote,
  onSubmit,
  onCancel,
}: {
  title: string;
  reasons: readonly Reason<Id>[];
  /** Reasons that the checks found in the sample. */
  found?: readonly Id[];
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
  const chooseFound = () => {
    setChosen(new Set([...chosen, ...found]));
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
  const movePointer = (key: string): boolean => {
    const count = reasons.length;
    const goal = {
      ArrowDown: (active + 1) % count,
      ArrowUp: (Math.max(active, 0) + count - 1) % count,
      Home: 0,
      End: count - 1,
    }[key];
    if (goal !== undefined) setActive(goal);
    return goal !== undefined;
  };
  /** @returns whether the key meant something */
  const takeKey = (event: KeyboardEvent, isTyping: boolean): boolean => {
    const { key } = event;
    if (key === "Escape") onCancel();
    else if (key === "Enter" && !event.shiftKey) submit();
    else if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return false;
    else if (key === "0" && found.length > 0) chooseFound();
    else if (key === " " && active >= 0) toggle(active);
    else if (findReasonByKey(key, reasons.length) >= 0)
      toggle(findReasonByKey(key, reasons.length));
    else return movePointer(key);
    return true;
  };
  usePickerKeys(list, takeKey);

  return (
    <div className={classes.picker}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {found.length > 0 && (
          <DeskButton tone="quiet" aria-keyshortcuts="0" onClick={chooseFound}>
            {found.length === 1 ? "Choose the one found" : `Choose the ${found.length} found`}
            <span aria-hidden>
              <Shortcut keys={["0"]} />
            </span>
          </DeskButton>
        )}
      </div>
      <div
        ref={list}
        className={classes.list}
        role="listbox"
        aria-label="Reasons"
        aria-multiselectable
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        tabIndex={0}
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
            <span className={classes.label}>{label}</span>
            {found.includes(id) && <span className={classes.found}>found</span>}
          </button>
        ))}
      </div>
      <NoteField
        aria-label="Note"
        placeholder="Note, if it helps (Tab)"
        rows={1}
        value={note}
        onText={onNote}
      />
      <div className={classes.foot}>
        <span className={classes.hint} role="status">
          {isAsking ? "Choose at least one reason." : <Hints />}
        </span>
        <DeskButton tone={tone} onClick={submit} aria-disabled={chosen.size === 0 && active < 0}>
          {submitLabel}
        </DeskButton>
      </div>
    </div>
  );
}

/** While the picker is open all keys are its own, wherever on the desk the focus was left. */
function usePickerKeys(
  picker: RefObject<HTMLElement | null>,
  takeKey: (event: KeyboardEvent, isTyping: boolean) => boolean,
): void {
  const latest = useRef(takeKey);
  useEffect(() => {
    latest.current = takeKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      const dialog = target?.closest("[role=dialog]") ?? null;
      const isElsewhere = dialog !== null && !dialog.contains(picker.current);
      if (event.isComposing || isElsewhere) return;
      const isTyping = target?.matches("input, textarea, button:not([role=option])") === true;
      if (!latest.current(event, isTyping)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [picker]);
}

function Hints() {
  return (
    <span aria-hidden className={classes.keys}>
      <Shortcut keys={["Enter"]} /> sends <Shortcut keys={["Esc"]} /> goes back
    </span>
  );
}
