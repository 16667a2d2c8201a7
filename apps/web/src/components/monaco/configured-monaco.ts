import { assistWithSchema } from "./assist-with-schema";
import { offerFixes, registerFixes } from "./editor-fixes";
import { registerJsonLanguage } from "./json-language";
import { monaco } from "./monaco";
import { startWorker } from "./start-worker";
import { defineThemes } from "./themes";

globalThis.MonacoEnvironment = { getWorker: startWorker };
registerJsonLanguage();
registerFixes();
defineThemes(monaco);

export { assistWithSchema, monaco, offerFixes };
