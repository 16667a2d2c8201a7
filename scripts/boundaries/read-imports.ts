import { readdir, readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import { dirname, join, relative } from "node:path";
import { parseSync } from "oxc-parser";
import { ResolverFactory } from "oxc-resolver";

export interface Import {
  specifier: string;
  /** From 1. */
  line: number;
  /** Erased before the program runs, so that nothing is loaded. */
  isTypeOnly: boolean;
  /** `*` when everything is imported. */
  names: string[];
  target:
    | { kind: "file"; path: string }
    | { kind: "package" | "builtin"; name: string }
    | { kind: "unresolved" };
}

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  lineCount: number;
  isClientCode: boolean;
  /** `export * from …`, by line. */
  exportAllLines: number[];
  imports: Import[];
}

export type SourceTree = Map<string, SourceFile>;

const SKIPPED = new Set(["node_modules", "generated", "python-trainer", "public"]);
const SOURCE = /\.(ts|tsx|mts|js|mjs)$/;
const BUILTIN = new Set(builtinModules);

/** Parses every source file below `root` and resolves what it imports. */
export async function readImports(root: string): Promise<SourceTree> {
  const resolver = new ResolverFactory({
    conditionNames: ["node", "import", "default"],
    extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"],
    extensionAlias: { ".js": [".ts", ".tsx", ".js"] },
  });
  const paths = await listSources(root, "");
  const files = await Promise.all(paths.map((path) => readSource(root, path, resolver)));
  return new Map(files.map((file) => [file.path, file]));
}

async function listSources(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = entries.map(async (entry) => {
    if (entry.name.startsWith(".") || SKIPPED.has(entry.name)) return [];
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return listSources(root, path);
    return SOURCE.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
  return (await Promise.all(nested)).flat().sort();
}

async function readSource(
  root: string,
  path: string,
  resolver: ResolverFactory,
): Promise<SourceFile> {
  const text = await readFile(join(root, path), "utf8");
  const { module, program } = parseSync(path, text);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const found: Omit<Import, "target">[] = [];

  for (const { start, moduleRequest, entries } of module.staticImports) {
    found.push({
      specifier: moduleRequest.value,
      line: lineAt(start),
      isTypeOnly: /^import\s+type\s/.test(text.slice(start, start + 20)),
      names: entries.map(({ importName }) => importName.name ?? "*"),
    });
  }
  const exportAllLines: number[] = [];
  for (const { start, entries } of module.staticExports) {
    const source = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (!source) continue;
    const isTypeOnly = /^export\s+type\s/.test(text.slice(start, start + 20));
    const isAll = entries.some((entry) => entry.exportName.name === null);
    if (isAll && !isTypeOnly) exportAllLines.push(lineAt(start));
    const names = entries.map(({ importName }) => importName.name ?? "*");
    found.push({ specifier: source.value, line: lineAt(start), isTypeOnly, names });
  }
  for (const { start, moduleRequest } of module.dynamicImports) {
    const literal = /^["'](.+)["']$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1];
    if (literal) {
      found.push({ specifier: literal, line: lineAt(start), isTypeOnly: false, names: ["*"] });
    }
  }
  // A web worker's script is loaded by its URL and runs in the browser like an import of it.
  for (const match of text.matchAll(/new URL\(\s*["'](.+?)["'],\s*import\.meta\.url/g)) {
    const [, specifier = ""] = match;
    if (SOURCE.test(specifier) && !path.endsWith(".test.ts")) {
      found.push({ specifier, line: lineAt(match.index), isTypeOnly: false, names: ["*"] });
    }
  }
  return {
    path,
    lineCount: text.split("\n").length - 1,
    isClientCode: program.body.some(
      (node) => "directive" in node && node.directive === "use client",
    ),
    exportAllLines,
    imports: found.map((entry) => ({
      ...entry,
      target: resolve(root, path, entry.specifier, resolver),
    })),
  };
}

function resolve(
  root: string,
  path: string,
  specifier: string,
  resolver: ResolverFactory,
): Import["target"] {
  const bare = specifier.replace(/^node:/, "");
  if (specifier.startsWith("node:") || BUILTIN.has(bare)) return { kind: "builtin", name: bare };
  const found = resolver.sync(dirname(join(root, path)), specifier).path;
  const inside = found === undefined ? undefined : relative(root, found).replaceAll("\\", "/");
  if (inside !== undefined && !inside.startsWith("..") && !inside.includes("node_modules/")) {
    return { kind: "file", path: inside };
  }
  if (specifier.startsWith(".") || specifier.startsWith("@foundry/")) return { kind: "unresolved" };
  const segments = specifier.split("/");
  return { kind: "package", name: segments.slice(0, specifier.startsWith("@") ? 2 : 1).join("/") };
}
