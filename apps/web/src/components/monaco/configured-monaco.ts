import { monaco } from "./monaco";
import { startWorker } from "./start-worker";
import { defineThemes } from "./themes";

globalThis.MonacoEnvironment = { getWorker: startWorker };
defineThemes(monaco);

export { jsonDefaults, monaco } from "./monaco";
