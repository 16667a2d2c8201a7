import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

const SKIPPED = /^(node_modules|generated|\..*|.*\.test\.tsx?|.*\.tsbuildinfo|next-env\.d\.ts)$/;

/** A hash of the content of files and folders, tests and made files left out. Paths from `root`. */
export async function hashSources(root: string, paths: string[]): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    for (const file of await listFiles(root, path)) {
      hash.update(`${file}\0`).update(await readFile(join(root, file)));
    }
  }
  return hash.digest("hex");
}

async function listFiles(root: string, path: string): Promise<string[]> {
  if ((await stat(join(root, path))).isFile()) return [path];
  const names = (await readdir(join(root, path))).filter((name) => !SKIPPED.test(name)).sort();
  const nested = await Promise.all(names.map((name) => listFiles(root, `${path}/${name}`)));
  return nested.flat();
}
