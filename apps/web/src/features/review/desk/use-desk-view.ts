"use client";

import { type RefObject, useEffect, useState } from "react";
import type { JsonEditorHandle } from "../../../components/monaco/json-editor";
import type { Choice } from "./build-verdict";
import type { DeskContent } from "./desk-state";
import type { DeskKey } from "./read-desk-key";
import type { Desk } from "./use-desk";
import { useDeskActions } from "./use-desk-actions";
import { useDeskCommands } from "./use-desk-commands";
import { useDeskKeys } from "./use-desk-keys";
import { useFlash } from "./use-flash";
import { useIrChecks } from "./use-ir-checks";
import { useReading } from "./use-reading";

export type DeskView = ReturnType<typeof useDeskView>;

export interface DeskRefs {
  root: RefObject<HTMLDivElement | null>;
  editor: RefObject<JsonEditorHandle | null>;
  note: RefObject<HTMLTextAreaElement | null>;
}

/** What is open, marked and focused on the desk, and what its keys and buttons do. */
export function useDeskView(
  { state, dispatch }: Desk,
  content: DeskContent,
  { root, editor, note }: DeskRefs,
) {
  const { phase, openingCount } = state;
  const checks = useIrChecks();
  const reading = useReading(content, checks);
  const { give, giveMain } = useDeskActions(content, checks, dispatch);
  const { flashed, flash } = useFlash();
  const [asks, setAsks] = useState<"reject" | "skip" | null>(null);
  const [isChangesOpen, setIsChangesOpen] = useState(false);
  const [isKeySheetOpen, setIsKeySheetOpen] = useState(false);
  const [currentFinding, setCurrentFinding] = useState(-1);
  const [obstacle, setObstacle] = useState<string | null>(null);
  const leave = () => root.current?.focus({ preventScroll: true });

  // Another sample starts with a tidy desk, and with its keys rather than in the last one's text.
  useEffect(() => {
    setAsks(null);
    setIsChangesOpen(phase.kind === "reviewing" && phase.notice === "other_version");
    setCurrentFinding(-1);
    setObstacle(null);
    leave();
    // The notice comes with the opening and is gone before the next one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openingCount]);
  useEffect(() => setObstacle(null), [content.work.text]);

  const isIdle = phase.kind === "reviewing";
  const decide = (choice: Choice) => {
    setAsks(null);
    leave();
    give(choice);
  };
  const decideMain = () => {
    if (!isIdle) return;
    setAsks(null);
    const refusal = giveMain();
    setObstacle(refusal);
    if (refusal === null) leave();
  };
  const selectFinding = (index: number) => {
    const mark = reading.marks[index];
    if (mark === undefined) return;
    setIsChangesOpen(false);
    setCurrentFinding(index);
    editor.current?.reveal(mark.start, mark.end);
  };
  const edit = () => {
    setIsChangesOpen(false);
    // After this render: what is hidden cannot take the focus.
    requestAnimationFrame(() => editor.current?.focus());
  };
  const ask = (verdict: "reject" | "skip" | null) => {
    if (verdict !== null && !isIdle) return;
    setAsks(verdict);
    if (verdict === null) leave();
  };

  const act = (key: DeskKey) => {
    flash(key.action);
    switch (key.action) {
      case "main":
        return decideMain();
      case "edit":
        return edit();
      case "reject":
      case "skip":
        return ask(key.action);
      case "undo":
        return dispatch({ type: "undo_asked" });
      case "note":
        return note.current?.focus();
      case "next_finding":
        return selectFinding((currentFinding + 1) % Math.max(1, reading.marks.length));
      case "changes":
        return setIsChangesOpen(!isChangesOpen && reading.isChanged);
      case "keys":
        return setIsKeySheetOpen(true);
      case "check":
        return dispatch({ type: "check_toggled", index: key.index });
      default:
        return key satisfies never;
    }
  };

  useDeskKeys(act, asks === null);
  useDeskCommands(act);

  return {
    checks,
    reading,
    flashed,
    asks,
    isKeySheetOpen,
    currentFinding,
    obstacle,
    showsChanges: isChangesOpen && reading.isChanged,
    leave,
    decide,
    decideMain,
    selectFinding,
    edit,
    ask,
    showChanges: setIsChangesOpen,
    closeKeySheet: () => setIsKeySheetOpen(false),
  };
}
