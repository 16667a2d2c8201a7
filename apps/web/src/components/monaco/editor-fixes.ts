import type { editor, IRange, languages } from "monaco-editor/editor/editor.api.js";
import type { EditorMark } from "./editor-marks";
import { JSON_LANGUAGE } from "./json-language";
import { monaco } from "./monaco";

interface FixableDocument {
  marks: readonly EditorMark[];
  onFix: (markId: string) => void;
}

const COMMAND = "foundry.applyFix";
const documents = new Map<string, FixableDocument>();

/** Offers the quick fixes of a document's marks: as light bulb, in the menu of Ctrl+. and on hover. */
export function offerFixes(model: editor.ITextModel, fixable: FixableDocument): void {
  const address = model.uri.toString();
  if (!documents.has(address)) model.onWillDispose(() => documents.delete(address));
  documents.set(address, fixable);
}

/** Once for all documents; each offers its own fixes. */
export function registerFixes(): void {
  monaco.editor.registerCommand(COMMAND, (_services, address: string, markId: string) =>
    documents.get(address)?.onFix(markId),
  );
  monaco.languages.registerCodeActionProvider(
    JSON_LANGUAGE,
    {
      provideCodeActions: (model, range, { markers }) => ({
        actions: findFixes(model, range).map((fix) => toAction(model, fix, markers)),
        dispose: () => undefined,
      }),
    },
    { providedCodeActionKinds: ["quickfix"] },
  );
  monaco.languages.registerHoverProvider(JSON_LANGUAGE, {
    provideHover(model, position) {
      const fixes = findFixes(model, monaco.Range.fromPositions(position));
      if (fixes.length === 0) return null;
      return { contents: fixes.map((fix) => toLink(model, fix)) };
    },
  });
}

interface Fix {
  markId: string;
  title: string;
}

function findFixes(model: editor.ITextModel, range: IRange): Fix[] {
  const marks = documents.get(model.uri.toString())?.marks ?? [];
  const fixes: Fix[] = [];
  for (const { id, fixTitle, start, end } of marks) {
    if (fixTitle === null) continue;
    const place = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    if (monaco.Range.areIntersectingOrTouching(place, range)) {
      fixes.push({ markId: id, title: fixTitle });
    }
  }
  return fixes;
}

function toAction(
  model: editor.ITextModel,
  { markId, title }: Fix,
  diagnostics: editor.IMarkerData[],
): languages.CodeAction {
  return {
    title,
    kind: "quickfix",
    diagnostics,
    command: { id: COMMAND, title, arguments: [model.uri.toString(), markId] },
  };
}

function toLink(model: editor.ITextModel, { markId, title }: Fix) {
  const argument = encodeURIComponent(JSON.stringify([model.uri.toString(), markId]));
  const words = title.replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&$]/g, String.raw`\$&`);
  return {
    value: `[${words}](command:${COMMAND}?${argument.replaceAll(")", "%29")})`,
    isTrusted: { enabledCommands: [COMMAND] },
  };
}
