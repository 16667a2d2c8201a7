import type { editor } from "monaco-editor/editor/editor.api.js";
import { EDITOR_OPTIONS } from "./editor-options";
import { type EditorMark, toMarkers } from "./editor-marks";
import type { MonacoModule } from "./load-monaco";
import { THEME_NAMES } from "./themes";

export interface EditorControl {
  open: (text: string) => void;
  focus: () => void;
  reveal: (start: number, end: number) => void;
  replaceText: (text: string) => void;
  setMarks: (marks: readonly EditorMark[]) => void;
  setOptions: (options: { ariaLabel: string; readOnly: boolean }) => void;
  setSchema: (schema: object) => void;
  setTheme: (scheme: "light" | "dark") => void;
  dispose: () => void;
}

const MARKS_OWNER = "findings";
/** While one of these is open, Escape closes it and stays in the editor. */
const NOTHING_OPEN =
  "!suggestWidgetVisible && !findWidgetVisible && !inSnippetMode && !editorHoverVisible && !editorHasMultipleSelections";

/** One editor for the life of its page: another document is another model in it. */
export function startEditor(
  { monaco, assistWithSchema }: MonacoModule,
  container: HTMLElement,
  listeners: { onEdit: (text: string) => void; onLeave: () => void },
): EditorControl {
  const instance = monaco.editor.create(container, { ...EDITOR_OPTIONS, model: null });
  const flash = instance.createDecorationsCollection();
  instance.addCommand(monaco.KeyCode.Escape, listeners.onLeave, NOTHING_OPEN);
  let isOpening = false;
  instance.onDidChangeModelContent(() => {
    if (!isOpening) listeners.onEdit(instance.getValue());
  });

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
      const range = monaco.Range.fromPositions(
        model.getPositionAt(start),
        model.getPositionAt(end),
      );
      instance.setPosition(range.getStartPosition());
      instance.revealRangeInCenterIfOutsideViewport(range);
      flash.set([{ range, options: { className: "foundry-reveal", isWholeLine: false } }]);
    },
    replaceText(text) {
      const model = instance.getModel();
      if (model === null) return;
      instance.pushUndoStop();
      instance.executeEdits("replace", [{ range: model.getFullModelRange(), text }]);
      instance.pushUndoStop();
    },
    setMarks(marks) {
      const model = instance.getModel();
      if (model === null) return;
      monaco.editor.setModelMarkers(
        model,
        MARKS_OWNER,
        toMarkers(model, marks, monaco.MarkerSeverity),
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
