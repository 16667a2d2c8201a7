import { addWeights, readChunks, readPages, type Weight } from "./build-output.ts";

/** First-load script of the review desk without the editor, gzip. RELIABILITY.md C13. */
const DESK_TARGET_BYTES = 200 * 1024;
/** Names that the editor's page side and worker side call each other by, so no minifier renames them. */
const MARK_OF_EDITOR = /computeLinks|doValidation/;
/** Only in the TypeScript compiler, which the editor would bring along as a worker. */
const MARK_OF_TYPESCRIPT = /TypeScriptWorker|transpileModule|createLanguageService/;

/** The weight of the built web app: each page, the editor, its workers. */
export async function measureWebWeight(): Promise<boolean> {
  const chunks = await readChunks();
  const pages = await readPages();
  const firstLoad = new Set(pages.flatMap(({ scripts }) => scripts));

  console.log("first-load script of each page, without the editor");
  for (const { route, scripts } of pages) {
    const weight = addWeights(scripts.flatMap((path) => chunks.get(path) ?? []));
    const ratio = (weight.gzipBytes / DESK_TARGET_BYTES).toFixed(2);
    print(route, weight, route === "/review" ? `${ratio} × the target of 200 KB` : "");
  }

  console.log("\nthe editor, loaded after the page");
  const lazy = [...chunks.values()].filter(({ path }) => !firstLoad.has(path));
  const editor = lazy.filter(({ text }) => MARK_OF_EDITOR.test(text));
  for (const chunk of editor) print(chunk.path, chunk, describeRole(chunk.text));
  print("together", addWeights(editor));
  if (editor.length === 0) console.log("✗ no editor found in the build: its mark changed");
  const early = [...firstLoad].filter((path) => MARK_OF_EDITOR.test(chunks.get(path)?.text ?? ""));
  for (const path of early) console.log(`✗ ${path} brings the editor with the page`);
  const typescript = [...chunks.values()].filter(({ text }) => MARK_OF_TYPESCRIPT.test(text));
  for (const { path } of typescript) console.log(`✗ ${path} ships the TypeScript compiler`);
  if (typescript.length === 0) console.log("\nno TypeScript worker ships");
  return editor.length > 0 && early.length === 0 && typescript.length === 0;
}

function describeRole(text: string): string {
  const isWorker = text.includes("computeLinks") && !text.includes("createEditorWorkerHost");
  if (!isWorker) return "in the page";
  return text.includes("doValidation") ? "JSON worker" : "editor worker";
}

function print(label: string, { rawBytes, gzipBytes }: Weight, note = "") {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`.padStart(8);
  console.log(
    `  ${label.padEnd(36)} ${kilobytes(rawBytes)} raw ${kilobytes(gzipBytes)} gzip  ${note}`,
  );
}
