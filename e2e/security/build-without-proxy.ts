import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../../scripts/studio/settings.ts";

/** As deep in the tree as the app itself, so that the links inside the build lead to the same places. */
const FOLDER = ".cache/web-without-proxy";

/**
 * A copy of the built app as it were without src/proxy.ts. Taking the proxy out of the copy gives
 * the same as building without the file, and saves a build.
 *
 * @returns the copy, from the root of the repository
 */
export async function buildWithoutProxy(): Promise<string> {
  const target = join(ROOT, FOLDER);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await cp(join(ROOT, "apps/web/next.config.ts"), join(target, "next.config.ts"));
  await cp(join(ROOT, "apps/web/.next"), join(target, ".next"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !/\.next\/(cache|trace.*)$|\.map$/.test(path),
  });
  const server = join(target, ".next/server");
  await rm(join(server, "middleware.js"));
  const manifest = join(server, "functions-config-manifest.json");
  const config = JSON.parse(await readFile(manifest, "utf8")) as { functions: object };
  delete (config.functions as Record<string, unknown>)["/_middleware"];
  await writeFile(manifest, JSON.stringify(config));
  return FOLDER;
}
