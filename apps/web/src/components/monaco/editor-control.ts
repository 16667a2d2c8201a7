import type { editor } from "monaco-editor/editor/editor.api.js";
import type { TextRange } from "../json/index-json-text";
import { findEdits } from "../text/find-edits";
import { EDITOR_OPTIONS } from "./editor-options";
import { type EditorMark, toMarkers } from "./editor-marks";
import { followPointing } from "./follow-pointing";
import type { MonacoModule } from "./load-monaco";
import { THEME_NAMES } from "./themes";

export interface EditorControl {
  open: (text: string) => void;
  focus: () => void;
  reveal: (start: number, end: number) => void;
  changeText: (text: string) => void;
  undo: () => void;
  setMarks: (marks: readonly EditorMark[]) => void;
  setHighlights: (ranges: readonly TextRange[]) => void;
  setOptions: (options: { ariaLabel: string; readOnly: boolean }) => void;
  setSchema: (schema: object) => void;
  setTheme: (scheme: "light" | "dark") => void;
  dispose: () => void;
}

export interface EditorListeners {
  onEdit: (text: string) => void;
  onLeave: () => void;
  onFix: (markId: string) => void;
  /** Offset under the mouse or at the cursor; null when it points nowhere. */
  onPoint: (offset: number | null) => void;
}

const MARKS_OWNER = "findings";
/** While one of these is open, Escape closes it and stays in the editor. */
const NOTHING_OPEN =
  "!suggestWidgetVisible && !findWidgetVisible && !inSnippetMode && !editorHoverVisible && !editorHasMultipleSelections && !codeActionMenuVisible && !markersNavigationVisible";

/** One editor for the life of its page: another document is another model in it. */
export function startEditor(
  { monaco, assistWithSchema, offerFixes }: MonacoModule,
  container: HTMLElement,
  listeners: EditorListeners,
): EditorControl {
  const instance = monaco.editor.create(container, { ...EDITOR_OPTIONS, model: null });
  const flash = instance.createDecorationsCollection();
  const highlights = instance.createDecorationsCollection();
  instance.addCommand(monaco.KeyCode.Escape, listeners.onLeave, NOTHING_OPEN);
  followPointing(instance, monaco.editor.MouseTargetType.CONTENT_TEXT, listeners.onPoint);
  let isOpening = false;
  instance.onDidChangeModelContent(() => {
    flash.clear();
    if (!isOpening) listeners.onEdit(instance.getValue());
  });
  const toRange = (model: editor.ITextModel, { start, end }: TextRange) =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));

  return {
    open(text) {
      isOpening = true;
      const before = instance.getModel();
      instance.setModel(monaco.editor.createModel(text, "json"));
      before?.dispose();
      isOpening = false;
    },
    focus: () => instance.focus(),
    reveal(start, end) {
      const model = instance.getModel();
      if (model === null) return;
      const range = toRange(model, { start, end });
      instance.setPosition(range.getStartPosition());
      instance.revealRangeInCenterIfOutsideViewport(range);
      flash.set([{ range, options: { className: "foundry-reveal", isWholeLine: false } }]);
    },
    changeText(text) {
      const model = instance.getModel();
      if (model === null) return;
      const edits = findEdits(model.getValue(), text);
      instance.pushUndoStop();
      instance.executeEdits(
        "change",
        edits.map((edit) => ({ range: toRange(model, edit), text: edit.text })),
      );
      instance.pushUndoStop();
    },
    undo: () => instance.trigger("desk", "undo", null),
    setMarks(marks) {
      const model = instance.getModel();
      if (model === null) return;
      const markers = toMarkers(model, marks, monaco.MarkerSeverity);
      monaco.editor.setModelMarkers(model, MARKS_OWNER, markers);
      offerFixes(model, { marks, onFix: listeners.onFix });
    },
    setHighlights(ranges) {
      const model = instance.getModel();
      if (model === null) return;
      highlights.set(
        ranges.map((range) => ({
          range: toRange(model, range),
          options: { className: "foundry-highlight" },
        })),
      );
    },
    setOptions: (options) => instance.updateOptions(toOptions(options)),
    setSchema: assistWithSchema,
    setTheme: (scheme) => monaco.editor.setTheme(THEME_NAMES[scheme]),
    dispose() {
      instance.getModel()?.dispose();
      instance.dispose();
    },
  };
}

function toOptions({
  ariaLabel,
  readOnly,
}: {
  ariaLabel: string;
  readOnly: boolean;
}): editor.IEditorOptions {
  return { ariaLabel: `${ariaLabel}. Escape leaves the editor.`, readOnly, domReadOnly: readOnly };
}
