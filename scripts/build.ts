/**
 * `npm run build`: what `npm start` makes from the sources, when they changed.
 * `npm run build -- client`: only the database client.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openLogFile } from "./studio/log-file.ts";
import { prepareSources } from "./studio/prepare-sources.ts";
import { terminalProgress as progress } from "./studio/progress.ts";
import { ROOT } from "./studio/settings.ts";

const cacheDir = join(ROOT, ".cache");
await mkdir(cacheDir, { recursive: true });
const log = openLogFile(join(cacheDir, "build.log"), { isFresh: true });
const what = process.argv[2] === "client" ? "client" : "all";
await prepareSources(what, { progress, log, signal: new AbortController().signal });
