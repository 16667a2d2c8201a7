import type { editor } from "monaco-editor/editor/editor.api.js";

/**
 * Tells which character the mouse is on, or else, in an editor with the focus, which one the cursor
 * stands at. Told again only when it is another one.
 */
export function followPointing(
  instance: editor.IStandaloneCodeEditor,
  text: editor.MouseTargetType.CONTENT_TEXT,
  onPoint: (offset: number | null) => void,
): void {
  let told: number | null = null;
  const tell = (offset: number | null) => {
    if (offset === told) return;
    told = offset;
    onPoint(offset);
  };
  const offsetOf = (position: { lineNumber: number; column: number } | null | undefined) =>
    position ? (instance.getModel()?.getOffsetAt(position) ?? null) : null;
  const tellCursor = () => tell(instance.hasTextFocus() ? offsetOf(instance.getPosition()) : null);
  instance.onMouseMove(({ target }) => {
    if (target.type === text) tell(offsetOf(target.position));
    else tellCursor();
  });
  instance.onMouseLeave(tellCursor);
  instance.onDidChangeCursorPosition(tellCursor);
  instance.onDidBlurEditorText(tellCursor);
}
