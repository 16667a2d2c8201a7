import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openLogFile } from "../../scripts/studio/log-file.ts";
import { prepareSources } from "../../scripts/studio/prepare-sources.ts";
import { terminalProgress as progress } from "../../scripts/studio/progress.ts";
import { ROOT } from "../../scripts/studio/settings.ts";

/** The tests run against what `npm start` would run: built, and built again after a change. */
export default async function buildOnce() {
  const folder = join(ROOT, ".cache");
  await mkdir(folder, { recursive: true });
  const log = openLogFile(join(folder, "build.log"), { isFresh: true });
  await prepareSources("all", { progress, log, signal: new AbortController().signal });
}
