import type { Violation } from "./boundary-rules.ts";
import type { SourceFile, SourceTree } from "./read-imports.ts";

/** Rules that follow imports from file to file. Types are erased, so type imports are not followed. */
export function checkClosures(tree: SourceTree): Violation[] {
  return [
    ...checkBrowserCode(tree),
    ...checkJobCatalogue(tree),
    ...checkCycles(tree),
    ...checkFolders(tree),
  ];
}

/** Packages that a module of core may load in the browser. */
const PURE_PACKAGES = new Set(["zod", "jsonc-parser"]);
const SERVER_PACKAGES = /^(server-only|pg|pino|bullmq|ioredis|argon2|@node-rs\/.*|@prisma\/.*)$/;
const SERVER_MODULES = new Set(["next/headers", "next/server", "better-auth"]);

function checkBrowserCode(tree: SourceTree): Violation[] {
  const entries = [...tree.values()].filter(
    (file) => file.path.startsWith("apps/") && file.isClientCode,
  );
  return walk(tree, entries, (file, entry) => {
    const { target } = entry;
    const isCore = file.path.startsWith("packages/");
    if (target.kind === "builtin") return `node:${target.name} does not exist in a browser`;
    if (target.kind === "file" && target.path.startsWith("prisma/")) {
      return "browser code must not load the database client";
    }
    if (target.kind === "file" && target.path.startsWith("apps/web/src/server/")) {
      return "browser code must not load src/server";
    }
    if (target.kind !== "package") return undefined;
    if (isCore && !PURE_PACKAGES.has(target.name)) return `${target.name} is not for the browser`;
    if (SERVER_PACKAGES.test(target.name) || SERVER_MODULES.has(entry.specifier)) {
      return `${entry.specifier} is not for the browser`;
    }
    return undefined;
  }).map((violation) => ({ ...violation, rule: "browser-purity" }));
}

/** Whoever enqueues loads the catalogue, so it stays as light as a schema. */
function checkJobCatalogue(tree: SourceTree): Violation[] {
  const catalogue = tree.get("packages/core/src/jobs/jobs.ts");
  return walk(tree, catalogue ? [catalogue] : [], (_file, { target }) =>
    target.kind === "builtin" || (target.kind === "package" && target.name !== "zod")
      ? `the job catalogue loads ${target.name}; it may load zod alone`
      : undefined,
  ).map((violation) => ({ ...violation, rule: "job-catalogue" }));
}

type Check = (file: SourceFile, entry: SourceFile["imports"][number]) => string | undefined;

/** Visits every file that `entries` load, and names the way to each violation. */
function walk(tree: SourceTree, entries: SourceFile[], check: Check): Omit<Violation, "rule">[] {
  const violations: Omit<Violation, "rule">[] = [];
  const via = new Map<string, string | undefined>(entries.map((file) => [file.path, undefined]));
  for (const path of via.keys()) {
    const file = tree.get(path);
    for (const entry of file?.imports ?? []) {
      if (!file || entry.isTypeOnly) continue;
      const message = check(file, entry);
      if (message) {
        violations.push({
          file: path,
          line: entry.line,
          message: `${message}${describeWay(path, via)}`,
        });
      } else if (entry.target.kind === "file" && !via.has(entry.target.path)) {
        via.set(entry.target.path, path);
      }
    }
  }
  return violations;
}

function describeWay(path: string, via: Map<string, string | undefined>): string {
  const way: string[] = [];
  for (let at = via.get(path); at !== undefined; at = via.get(at)) way.push(at);
  return way.length === 0 ? "" : ` (loaded by ${way.join(" ← ")})`;
}

function valueTargets(file: SourceFile): { path: string; line: number }[] {
  return file.imports.flatMap(({ isTypeOnly, line, target }) =>
    !isTypeOnly && target.kind === "file" ? [{ path: target.path, line }] : [],
  );
}

function checkCycles(tree: SourceTree): Violation[] {
  const violations: Violation[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: string[]) => {
    for (const next of valueTargets(tree.get(path) ?? emptyFile)) {
      const start = way.indexOf(next.path);
      if (start >= 0) {
        const message = `import cycle: ${[...way.slice(start), next.path].join(" → ")}`;
        violations.push({ rule: "cycles", file: path, line: next.line, message });
      } else if (!done.has(next.path)) visit(next.path, [...way, next.path]);
    }
    done.add(path);
  };
  for (const path of tree.keys()) if (!done.has(path)) visit(path, [path]);
  return violations;
}

const emptyFile: SourceFile = {
  path: "",
  lineCount: 0,
  isClientCode: false,
  exportAllLines: [],
  imports: [],
};

/**
 * Folder A of core may call folder B, never the reverse as well. Schemas and state names are the
 * shared vocabulary and do not count.
 */
function checkFolders(tree: SourceTree): Violation[] {
  const folderOf = (path: string) => /^packages\/[^/]+\/src\/([^/]+)\//.exec(path)?.[1];
  const first = new Map<string, Violation>();
  for (const file of tree.values()) {
    const from = folderOf(file.path);
    if (!from || /\.test\.ts$|\/testing\//.test(file.path)) continue;
    for (const { path, line } of valueTargets(file)) {
      const to = folderOf(path);
      if (!to || to === from || /(\.schema|-state)\.ts$/.test(path)) continue;
      const message = `${from} and ${to} import each other`;
      first.set(`${from}>${to}`, { rule: "folders", file: file.path, line, message });
    }
  }
  return [...first].flatMap(([key, violation]) => {
    const [from, to] = key.split(">");
    return first.has(`${to}>${from}`) ? [violation] : [];
  });
}
