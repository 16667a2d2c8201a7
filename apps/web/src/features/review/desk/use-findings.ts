"use client";

import { type Dispatch, type RefObject, useEffect, useRef, useState } from "react";
import type { JsonEditorHandle } from "../../../components/monaco/json-editor";
import type { LocatedFinding } from "../../../components/checks/reading";
import type { DeskContent, DeskEvent } from "./desk-state";
import {
  findFixTarget,
  findSuccessor,
  resolveSuccessor,
  stepFinding,
  type Successor,
} from "./finding-cursor";
import type { Dismissals } from "./use-dismissals";
import type { DeskTools } from "./use-desk-tools";
import type { DeskReading } from "./use-reading";

export interface FindingsHands {
  content: DeskContent;
  reading: DeskReading;
  tools: DeskTools | null;
  editor: RefObject<JsonEditorHandle | null>;
  dismissals: Dismissals;
  dispatch: Dispatch<DeskEvent>;
  /** Whether the sample can be changed now. */
  isIdle: boolean;
  /** The editor is about to show a place. */
  onReveal: () => void;
  /** Why nothing happened, for the reviewer. */
  onObstacle: (obstacle: string) => void;
}

export type Findings = ReturnType<typeof useFindings>;

const NONE: LocatedFinding[] = [];

/** Walks through the findings, and does something about each: mends it, or calls it no problem. */
export function useFindings(hands: FindingsHands) {
  const { content, reading, editor, dismissals, dispatch, isIdle } = hands;
  const { sample } = content;
  const open = reading.findings?.open ?? NONE;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const goesOnAt = useRef<{ successor: Successor; textBefore: string } | null>(null);
  const waiting = useRef<string | null | undefined>(undefined);

  const show = (finding: LocatedFinding | null) => {
    setCurrentId(finding?.id ?? null);
    if (finding === null) return;
    hands.onReveal();
    editor.current?.reveal(finding.start, finding.end);
  };
  const select = (id: string) => show(open.find((finding) => finding.id === id) ?? null);

  const fix = (id: string | null) => {
    if (!isIdle || hands.tools === null || reading.reading === null) return;
    if (!reading.isCurrent) {
      waiting.current = id;
      return;
    }
    const target = findFixTarget(open, id);
    if (target?.fix === undefined) {
      hands.onObstacle(open.length === 0 ? "There is nothing to fix." : NO_FIX);
      return;
    }
    const { text } = content.work;
    goesOnAt.current = { successor: findSuccessor(open, target.id), textBefore: text };
    const mended = hands.tools.applyFix(text, target.fix);
    if (editor.current?.changeText(mended) !== true)
      dispatch({ type: "text_edited", text: mended });
    dispatch({ type: "fix_applied", title: target.fix.title });
  };

  const dismiss = (id: string | null) => {
    const target = open.find((finding) => finding.id === id);
    if (!isIdle) return;
    if (target === undefined) return show(open[0] ?? null);
    const successor = findSuccessor(open, target.id);
    dismissals.dismiss(sample, target);
    show(
      resolveSuccessor(
        open.filter((finding) => finding !== target),
        successor,
      ),
    );
  };

  // What a key asked for while the text was still being read happens now, and after a fix the
  // reviewer stands at the next finding.
  const act = useRef({ fix, show });
  useEffect(() => {
    act.current = { fix, show };
  });
  useEffect(() => {
    const at = goesOnAt.current;
    if (at !== null && reading.reading !== null && reading.reading.text !== at.textBefore) {
      goesOnAt.current = null;
      act.current.show(resolveSuccessor(open, at.successor));
    }
    if (waiting.current !== undefined && reading.isCurrent) {
      const id = waiting.current;
      waiting.current = undefined;
      act.current.fix(id);
    }
    // Only a new answer of the checks counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reading.reading]);

  return {
    currentId,
    select,
    fix,
    dismiss,
    step: (by: 1 | -1) => show(stepFinding(open, currentId, by)),
    restore: (finding: LocatedFinding) => isIdle && dismissals.restore(sample, finding),
    restoreLast: () => {
      const last = sample.dismissals.findLast(({ byMe }) => byMe);
      if (isIdle && last !== undefined) dismissals.restore(sample, last);
    },
    forget: () => {
      goesOnAt.current = null;
      waiting.current = undefined;
      setCurrentId(null);
    },
  };
}

const NO_FIX = "This finding has no quick fix. Mend it in the editor, or call it not a problem.";
