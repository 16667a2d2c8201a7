import { assistWithSchema } from "./assist-with-schema";
import { registerJsonLanguage } from "./json-language";
import { monaco } from "./monaco";
import { startWorker } from "./start-worker";
import { defineThemes } from "./themes";

globalThis.MonacoEnvironment = { getWorker: startWorker };
registerJsonLanguage();
defineThemes(monaco);

export { assistWithSchema, monaco };
