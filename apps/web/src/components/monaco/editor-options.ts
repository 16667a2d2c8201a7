import type { editor } from "monaco-editor/editor/editor.api.js";

/** Calm by default: nothing that moves, pops up unasked or draws more than text and problems. */
export const EDITOR_OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  bracketPairColorization: { enabled: false },
  contextmenu: false,
  cursorSurroundingLines: 3,
  detectIndentation: false,
  fixedOverflowWidgets: true,
  folding: true,
  fontFamily:
    'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace',
  fontSize: 13,
  guides: { indentation: true, highlightActiveIndentation: false },
  hideCursorInOverviewRuler: true,
  lineDecorationsWidth: 14,
  lightbulb: { enabled: "on" as editor.ShowLightbulbIconMode },
  lineHeight: 20,
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: "off",
  overviewRulerBorder: false,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { strings: true, other: true, comments: false },
  renderControlCharacters: true,
  renderLineHighlight: "line",
  renderLineHighlightOnlyWhenFocus: true,
  // Also while a verdict is under way, when the text is not editable for a moment.
  renderValidationDecorations: "on",
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  tabSize: 2,
  unicodeHighlight: {
    ambiguousCharacters: true,
    invisibleCharacters: true,
    nonBasicASCII: false,
    includeStrings: true,
    includeComments: true,
    allowedLocales: { _os: true, _vscode: true },
  },
  // Separators inside strings are data, and replacing them would change the IR unasked.
  unusualLineTerminators: "off",
  wordBasedSuggestions: "off",
  wordWrap: "on",
  wrappingIndent: "indent",
};
