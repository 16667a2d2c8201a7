// Parts of the editor's own JSON mode, which the package ships without types.

declare module "monaco-editor/languages/features/common/lspLanguageFeatures.js" {
  import type { languages, Uri } from "monaco-editor/editor/editor.api.js";

  /** Gives the language service, in its worker, after it has seen the documents. */
  type GetService = (...uris: Uri[]) => Promise<unknown>;

  export const CompletionAdapter: new (
    service: GetService,
    triggerCharacters: string[],
  ) => languages.CompletionItemProvider;
  export const HoverAdapter: new (service: GetService) => languages.HoverProvider;
  export const FoldingRangeAdapter: new (service: GetService) => languages.FoldingRangeProvider;
}

declare module "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
