import type { editor, MarkerSeverity } from "monaco-editor/editor/editor.api.js";

/** One place in the text with something to say about it; offsets in UTF-16 code units. */
export interface EditorMark {
  /** Tells marks of one document apart. */
  id: string;
  start: number;
  end: number;
  severity: "error" | "warning" | "info";
  /** Parts between back-ticks are code. */
  message: string;
  /** What kind of thing it is, in a few words. */
  label: string;
  /** What the mark's quick fix does, as words on a button; null when it has none. */
  fixTitle: string | null;
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
  return marks.map(({ start, end, severity, message, label }) => {
    const from = model.getPositionAt(start);
    const to = model.getPositionAt(Math.max(end, start + 1));
    return {
      severity: severityOf[severity],
      message: quoteCode(message),
      source: label,
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
  });
}

/**
 * The editor shows problems as plain text, so quotation marks say where code begins and ends; code
 * in quotation marks of its own needs no others.
 */
function quoteCode(message: string): string {
  return message.replaceAll(/`([^`]*)`/g, (_whole, code: string) =>
    /^'.*'$|^".*"$/s.test(code) ? code : `“${code}”`,
  );
}
