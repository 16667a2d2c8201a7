import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeArchive } from "./write-archive.ts";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

/**
 * The harness as one zip archive, which Python runs as a program and imports from: so that one file
 * goes into a sandbox and no folder of ours. Equal sources make equal bytes.
 */
export async function bundleHarness(): Promise<Buffer> {
  const names = await readdir(join(FOLDER, "foundry_harness"), { recursive: true });
  const modules = names
    .filter((name) => name.endsWith(".py"))
    .map((name) => `foundry_harness/${name}`);
  const paths = ["__main__.py", ...modules.toSorted()];
  const contents = await Promise.all(paths.map((path) => readFile(join(FOLDER, path))));
  return writeArchive(
    paths.map((path, index) => ({ path, content: contents[index] ?? Buffer.alloc(0) })),
  );
}
