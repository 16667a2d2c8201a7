"use client";

import { type RefObject, useEffect, useMemo, useState } from "react";
import { ERROR_TYPE_IDS, type ErrorType } from "@foundry/core/checks/error-types";
import type { Candidate } from "@foundry/core/generation/candidate.schema";
import { indexJsonText } from "../../../components/json/index-json-text";
import { layOutJson } from "../../../components/json/lay-out-json";
import type { JsonEditorHandle } from "../../../components/monaco/json-editor";
import type { Choice } from "./build-verdict";
import type { DeskContent } from "./desk-state";
import type { DeskKey } from "./read-desk-key";
import type { Desk } from "./use-desk";
import { useCandidates } from "./use-candidates";
import { useDeskActions } from "./use-desk-actions";
import { useDeskCommands } from "./use-desk-commands";
import { useDeskKeys } from "./use-desk-keys";
import { useDeskTools } from "./use-desk-tools";
import { useFindings } from "./use-findings";
import { useFlash } from "./use-flash";
import { useLeftPane } from "./use-left-pane";
import { useLiterals } from "./use-literals";
import { type DeskReading, useReading } from "./use-reading";

export type DeskView = ReturnType<typeof useDeskView>;

export interface DeskRefs {
  root: RefObject<HTMLDivElement | null>;
  editor: RefObject<JsonEditorHandle | null>;
  note: RefObject<HTMLTextAreaElement | null>;
}

/** What is open, marked and focused on the desk, and what its keys and buttons do. */
export function useDeskView(
  { state, dispatch, dismissals }: Desk,
  content: DeskContent,
  { root, editor, note }: DeskRefs,
) {
  const { phase, openingCount } = state;
  const { tools, ...toolsLoad } = useDeskTools();
  const reading = useReading(content);
  const foundReasons = useMemo(() => listFoundReasons(reading.findings), [reading.findings]);
  const { give, giveMain } = useDeskActions(content, tools, dispatch);
  const { flashed, flash } = useFlash();
  const [asks, setAsks] = useState<"reject" | "skip" | null>(null);
  const [isChangesOpen, setIsChangesOpen] = useState(false);
  const [isKeySheetOpen, setIsKeySheetOpen] = useState(false);
  const left = useLeftPane();
  const candidates = useCandidates(content.sample.leased.sampleId);
  const [obstacle, setObstacle] = useState<string | null>(null);
  const leave = () => root.current?.focus({ preventScroll: true });
  const isIdle = phase.kind === "reviewing";
  const showChanges = (shows: boolean) => {
    setIsChangesOpen(shows);
    candidates.show(false);
  };
  const showEditor = () => showChanges(false);
  const findings = useFindings({
    content,
    reading,
    tools,
    editor,
    dismissals,
    dispatch,
    isIdle,
    onReveal: showEditor,
    onObstacle: setObstacle,
  });
  const literals = useLiterals(reading.reading, editor, showEditor);

  // Another sample starts with a tidy desk, and with its keys rather than in the last one's text.
  useEffect(() => {
    setAsks(null);
    showChanges(phase.kind === "reviewing" && phase.notice === "other_version");
    left.reset();
    findings.forget();
    setObstacle(null);
    leave();
    // The notice comes with the opening and is gone before the next one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [openingCount]);
  useEffect(() => setObstacle(null), [content.work.text]);

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
  const edit = () => {
    showEditor();
    // After this render: what is hidden cannot take the focus.
    requestAnimationFrame(() => editor.current?.focus());
  };
  const showCandidates = (shows: boolean) => {
    setIsChangesOpen(false);
    candidates.show(shows);
  };
  /** One step for the editor's undo, like a quick fix. */
  const takeCandidate = ({ raw }: Candidate) => {
    if (!isIdle) return;
    const text = layOutJson(raw);
    if (editor.current?.changeText(text) !== true) dispatch({ type: "text_edited", text });
    showEditor();
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
        return findings.step(1);
      case "previous_finding":
        return findings.step(-1);
      case "fix":
        return findings.fix(findings.currentId);
      case "dismiss":
        return findings.dismiss(findings.currentId);
      case "restore":
        return findings.restoreLast();
      case "undo_edit":
        return editor.current?.undo();
      case "evidence":
        return left.runEvidence();
      case "prompt":
        return left.show("prompt");
      case "changes":
        return showChanges(!isChangesOpen && reading.isChanged);
      case "candidates":
        return candidates.isOffered && showCandidates(!candidates.isShown);
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
    editorSchema: tools?.editorSchema ?? null,
    /** The checks or the desk's tools cannot be loaded; null when all is well. */
    retryLoading: retryOf(reading, toolsLoad),
    reading,
    findings,
    foundReasons,
    literals,
    left,
    showPath: (pointer: string) => {
      const { start, end } = indexJsonText(content.work.text).locate(pointer);
      showEditor();
      editor.current?.reveal(start, end);
    },
    flashed,
    asks,
    isKeySheetOpen,
    obstacle,
    showsChanges: isChangesOpen && reading.isChanged,
    candidates,
    showCandidates,
    takeCandidate,
    leave,
    decide,
    decideMain,
    edit,
    ask,
    showChanges,
    closeKeySheet: () => setIsKeySheetOpen(false),
  };
}

interface Loading {
  hasFailed: boolean;
  retry: () => void;
}

/** @returns what tries everything again that could not be loaded, or null */
function retryOf(...loads: Loading[]): (() => void) | null {
  const failed = loads.filter(({ hasFailed }) => hasFailed);
  return failed.length === 0 ? null : () => failed.forEach(({ retry }) => retry());
}

/** The error types of what is found and not called a hint, in the order of the catalogue. */
function listFoundReasons(findings: DeskReading["findings"]): ErrorType[] {
  const found = new Set(
    findings?.open.filter(({ severity }) => severity !== "info").map(({ errorType }) => errorType),
  );
  return ERROR_TYPE_IDS.filter((id) => found.has(id));
}
