import type { editor, MarkerSeverity } from "monaco-editor/editor/editor.api.js";

/** One place in the text with something to say about it; offsets in UTF-16 code units. */
export interface EditorMark {
  start: number;
  end: number;
  severity: "error" | "warning" | "info";
  message: string;
}

/** @param severities the editor's own numbers, which come with its code and so only once it is loaded */
export function toMarkers(
  model: editor.ITextModel,
  marks: readonly EditorMark[],
  severities: typeof MarkerSeverity,
): editor.IMarkerData[] {
  const severityOf = {
    error: severities.Error,
    warning: severities.Warning,
    info: severities.Info,
  };
  return marks.map(({ start, end, severity, message }) => {
    const from = model.getPositionAt(start);
    const to = model.getPositionAt(Math.max(end, start + 1));
    return {
      severity: severityOf[severity],
      message,
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
  });
}
