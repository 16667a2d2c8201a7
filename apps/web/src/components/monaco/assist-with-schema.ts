import {
  CompletionAdapter,
  FoldingRangeAdapter,
  HoverAdapter,
} from "monaco-editor/languages/features/common/lspLanguageFeatures.js";
import type { IDisposable, Uri } from "monaco-editor/editor/editor.api.js";
import { JSON_LANGUAGE } from "./json-language";
import { monaco } from "./monaco";
import { startWorker } from "./start-worker";

let assisted: { schema: object; helpers: IDisposable[] } | undefined;

/**
 * Completion, hover and folding from a JSON Schema, for every JSON text in the editor. Problems are
 * not its business: the marks of the page say them, in our words.
 */
export function assistWithSchema(schema: object): void {
  if (assisted?.schema === schema) return;
  for (const helper of assisted?.helpers ?? []) helper.dispose();
  const { service, getService } = startService(schema);
  assisted = {
    schema,
    helpers: [
      service,
      monaco.languages.registerCompletionItemProvider(
        JSON_LANGUAGE,
        new CompletionAdapter(getService, [" ", ":", '"']),
      ),
      monaco.languages.registerHoverProvider(JSON_LANGUAGE, new HoverAdapter(getService)),
      monaco.languages.registerFoldingRangeProvider(
        JSON_LANGUAGE,
        new FoldingRangeAdapter(getService),
      ),
    ],
  };
}

function startService(schema: object) {
  const worker = startWorker("", JSON_LANGUAGE);
  // The first message wakes the worker up and the second one tells it what it is for.
  worker.postMessage("ignore", []);
  worker.postMessage(
    {
      languageId: JSON_LANGUAGE,
      enableSchemaRequest: false,
      languageSettings: {
        validate: false,
        schemas: [{ uri: "inmemory://schema.json", fileMatch: ["*"], schema }],
      },
    },
    [],
  );
  const service = monaco.editor.createWebWorker<object>({ worker: Promise.resolve(worker) });
  const getService = async (...uris: Uri[]) => {
    const proxy = await service.getProxy();
    await service.withSyncedResources(uris);
    return proxy;
  };
  return { service, getService };
}
