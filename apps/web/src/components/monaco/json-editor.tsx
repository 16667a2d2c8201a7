"use client";

import { useComputedColorScheme } from "@mantine/core";
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import type { TextRange } from "../json/index-json-text";
import { JsonView } from "../json/json-view";
import { type EditorControl, startEditor } from "./editor-control";
import type { EditorMark } from "./editor-marks";
import classes from "./json-editor.module.css";
import { loadMonaco } from "./load-monaco";

export interface JsonEditorHandle {
  focus: () => void;
  /** Puts the cursor on an offset and shows it, without taking the focus. */
  reveal: (start: number, end: number) => void;
  /**
   * Turns the text into another one as one step that the editor's own undo takes back. Only what
   * differs is touched, so that the cursor stays where it is.
   *
   * @returns false while there is no editor yet
   */
  changeText: (text: string) => boolean;
  /** Takes the last change of the text back, as Ctrl+Z in the editor does. */
  undo: () => void;
}

export interface JsonEditorProps {
  handle: RefObject<JsonEditorHandle | null>;
  /** Another value opens `text` anew, without the undo history of the text before. */
  documentKey: string | number;
  /** The text at opening; while the document stays the same, the editor's own text rules. */
  text: string;
  label: string;
  schema: object | null;
  marks: readonly EditorMark[];
  /** Places to be seen at a glance. */
  highlights: readonly TextRange[];
  isReadOnly: boolean;
  onEdit: (text: string) => void;
  /** Escape was pressed with nothing open inside the editor. */
  onLeave: () => void;
  /** The quick fix of a mark was chosen. */
  onFix: (markId: string) => void;
  /** Offset under the mouse or at the cursor; null when it points nowhere. */
  onPoint: (offset: number | null) => void;
}

const MARKS_AFTER_MS = 100;

/** Monaco for one JSON document at a time. Until it is loaded the text is there to read. */
export function JsonEditor({
  handle,
  documentKey,
  text,
  label,
  schema,
  marks,
  highlights,
  isReadOnly,
  ...on
}: JsonEditorProps) {
  const container = useRef<HTMLDivElement>(null);
  const [control, setControl] = useState<EditorControl | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const scheme = useComputedColorScheme("light");
  const listeners = useRef(on);
  const latestText = useRef(text);
  const wantsFocus = useRef(false);
  useEffect(() => {
    listeners.current = on;
    latestText.current = text;
  });

  useEffect(() => {
    let isGone = false;
    let started: EditorControl | undefined;
    loadMonaco()
      .then((module) => {
        if (isGone || container.current === null) return;
        started = startEditor(module, container.current, {
          onEdit: (edited) => listeners.current.onEdit(edited),
          onLeave: () => listeners.current.onLeave(),
          onFix: (markId) => listeners.current.onFix(markId),
          onPoint: (offset) => listeners.current.onPoint(offset),
        });
        setControl(started);
      })
      .catch(() => {
        // The text stays readable; the reader is told that it cannot be edited.
        if (!isGone) setHasFailed(true);
      });
    return () => {
      isGone = true;
      started?.dispose();
    };
  }, []);

  useEffect(() => control?.setTheme(scheme), [control, scheme]);
  useEffect(() => {
    if (schema !== null) control?.setSchema(schema);
  }, [control, schema]);
  useEffect(
    () => control?.setOptions({ ariaLabel: label, readOnly: isReadOnly }),
    [control, label, isReadOnly],
  );
  // Only another document is opened: later changes of the text come from the editor itself.
  useEffect(() => {
    control?.open(latestText.current);
    if (wantsFocus.current) control?.focus();
    wantsFocus.current = false;
  }, [control, documentKey]);
  // Laying squiggles out takes a while, so they wait for a rest in the typing.
  useEffect(() => {
    const timer = setTimeout(() => control?.setMarks(marks), MARKS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [control, marks, documentKey]);
  useEffect(() => control?.setHighlights(highlights), [control, highlights, documentKey]);

  useImperativeHandle(
    handle,
    () => ({
      focus: () => {
        wantsFocus.current = control === null;
        control?.focus();
      },
      reveal: (start, end) => control?.reveal(start, end),
      changeText: (changed) => {
        control?.changeText(changed);
        return control !== null;
      },
      undo: () => control?.undo(),
    }),
    [control],
  );

  return (
    <div className={classes.frame}>
      {control === null && <JsonView text={text} label={label} />}
      {hasFailed && (
        <p role="alert" className={classes.failure}>
          The editor could not be loaded, so the text can be read but not changed. Reload the page
          to try again.
        </p>
      )}
      <div ref={container} className={classes.editor} data-ready={control !== null || undefined} />
    </div>
  );
}
