import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const NEXT = join(import.meta.dirname, "../apps/web/.next");

export interface Weight {
  rawBytes: number;
  gzipBytes: number;
}

export interface Chunk extends Weight {
  /** Relative to `.next`, as the manifests name it. */
  path: string;
  text: string;
}

/** Every script that the web app serves, by its path. */
export async function readChunks(): Promise<Map<string, Chunk>> {
  const chunks = new Map<string, Chunk>();
  for (const folder of ["static/chunks", "static/media"]) {
    for (const name of await readdir(join(NEXT, folder))) {
      if (!name.endsWith(".js")) continue;
      const path = `${folder}/${name}`;
      const text = await readFile(join(NEXT, path), "utf8");
      const rawBytes = Buffer.byteLength(text);
      chunks.set(path, { path, text, rawBytes, gzipBytes: gzipSync(text).length });
    }
  }
  return chunks;
}

export interface Page {
  /** As in the address, for example `/samples/[id]`. */
  route: string;
  /** Scripts that the page loads before anything is clicked. */
  scripts: string[];
}

/** The pages with their first-load scripts, from the manifests of the build. */
export async function readPages(): Promise<Page[]> {
  const files = await readdir(join(NEXT, "server/app"), { recursive: true });
  const manifests = files.filter((file) => file.endsWith("page_client-reference-manifest.js"));
  const pages = await Promise.all(manifests.map(readPage));
  return pages
    .filter(({ route }) => !route.includes("_"))
    .sort((a, b) => (a.route < b.route ? -1 : 1));
}

async function readPage(file: string): Promise<Page> {
  const text = await readFile(join(NEXT, "server/app", file), "utf8");
  const { entryJSFiles } = JSON.parse(
    text.slice(text.indexOf("] = {") + 4).replace(/;\s*$/, ""),
  ) as {
    entryJSFiles: Record<string, string[]>;
  };
  const folder = file.replace(/_client-reference-manifest\.js$/, "");
  const manifest = await readFile(join(NEXT, "server/app", folder, "build-manifest.json"), "utf8");
  const { rootMainFiles } = JSON.parse(manifest) as { rootMainFiles: string[] };
  // Of the other entries, such as error pages, none is loaded with a page that works.
  const loaded = Object.keys(entryJSFiles).filter((entry) => /\/(layout|page)$/.test(entry));
  const scripts = loaded.flatMap((entry) => entryJSFiles[entry] ?? []);
  const route = folder.replace(/\([^)]*\)\//g, "").replace(/\/?page$/, "");
  return { route: `/${route}`, scripts: [...new Set([...rootMainFiles, ...scripts])] };
}

export function addWeights(weights: Weight[]): Weight {
  return {
    rawBytes: weights.reduce((sum, { rawBytes }) => sum + rawBytes, 0),
    gzipBytes: weights.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0),
  };
}
