import type { Import, SourceFile, SourceTree } from "./read-imports.ts";

export interface Violation {
  rule: string;
  file: string;
  line: number;
  message: string;
}

/** A rule sees one import at a time; it answers with what is wrong, or with nothing. */
type ImportRule = (file: SourceFile, entry: Import) => string | undefined;

/** Tests, and what only tests use. */
const isTest = (path: string) => /\.test\.tsx?$|\/testing\//.test(path);

/** The part of the house a file belongs to: `apps/web`, `packages/core`, `prisma`, `workers` … */
function partOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  if (first === "apps" || first === "packages") return `${first}/${second}`;
  if (/^prisma\/(factories|testing)\//.test(path)) return "test support";
  return path.includes("/") ? first : "root";
}

const kindOf = (part: string) => part.split("/")[0] ?? part;

/** What each part may import beside itself. A part that is not named here may import nothing. */
const MAY_IMPORT: Record<string, string[]> = {
  apps: ["packages", "prisma"],
  workers: ["packages", "prisma"],
  packages: ["prisma"],
  prisma: [],
  "test support": ["packages", "prisma"],
  scripts: ["packages", "prisma"],
  e2e: ["scripts", "prisma", "test support"],
  bench: ["scripts", "packages", "prisma", "test support"],
  root: [],
};

const parts: ImportRule = (file, { target }) => {
  if (target.kind !== "file") return undefined;
  const from = partOf(file.path);
  const to = partOf(target.path);
  if (from === to) return undefined;
  if (isTest(file.path) && (to === "test support" || from === "scripts")) return undefined;
  if (MAY_IMPORT[kindOf(from)]?.includes(kindOf(to))) return undefined;
  return `${from} must not import ${to}`;
};

/** Inside the web app: app → features → components, app → server. */
const WEB_MAY_IMPORT: Record<string, string[]> = {
  app: ["features", "components", "server"],
  features: ["components"],
  components: [],
  server: [],
  "": ["server"],
};

const webLayer = (path: string) =>
  /^apps\/web\/src\/(?:([a-z-]+)\/)?/.exec(path)?.slice(1)[0] ?? "";

const webLayers: ImportRule = (file, { target }) => {
  if (target.kind !== "file" || !file.path.startsWith("apps/web/src/")) return undefined;
  const from = webLayer(file.path);
  if (target.path.startsWith("prisma/") && from !== "server" && !isTest(file.path)) {
    return "only src/server reaches the database";
  }
  if (!target.path.startsWith("apps/web/src/")) return undefined;
  const to = webLayer(target.path);
  if (from === to || to === "" || WEB_MAY_IMPORT[from]?.includes(to)) return undefined;
  return `src/${from} must not import src/${to}`;
};

const featureOf = (path: string) => /^apps\/[^/]+\/src\/features\/([^/]+)\//.exec(path)?.[1];

const features: ImportRule = (file, { target }) => {
  const from = featureOf(file.path);
  const to = target.kind === "file" ? featureOf(target.path) : undefined;
  if (!from || !to || from === to) return undefined;
  return `feature ${from} must not import feature ${to}; join them in src/app`;
};

const COMPOSITION_ROOTS =
  /^(apps\/web\/src\/server\/clients\.ts|apps\/cli\/|workers\/src\/main\.ts|scripts\/|bench\/|e2e\/|prisma\/)/;

const clients: ImportRule = (file, { names, target }) => {
  const isDatabase = target.kind === "file" && target.path === "prisma/client.ts";
  if (!isDatabase || !names.includes("createDatabase")) return undefined;
  if (COMPOSITION_ROOTS.test(file.path) || isTest(file.path)) return undefined;
  return "only a composition root constructs a database client; take `db` as an argument";
};

const queueLibrary: ImportRule = (file, { target }) => {
  if (target.kind !== "package" || !["bullmq", "ioredis"].includes(target.name)) return undefined;
  if (/^(packages\/core\/src\/jobs\/|bench\/)/.test(file.path) || isTest(file.path))
    return undefined;
  return "only packages/core/src/jobs knows the queue library";
};

const unresolved: ImportRule = (_file, { specifier, target }) =>
  target.kind === "unresolved" ? `cannot find ${specifier}` : undefined;

const IMPORT_RULES = {
  parts,
  "web-layers": webLayers,
  features,
  clients,
  "queue-library": queueLibrary,
  unresolved,
};

const BARRELS_ALLOWED = new Set(["prisma/client.ts", "workers/src/handlers/index.ts"]);
const LINES_WORTH_A_LOOK = 250;

/** Rules that look at one file and its direct imports. */
export function checkFiles(tree: SourceTree): Violation[] {
  const violations: Violation[] = [];
  for (const file of tree.values()) {
    for (const [rule, check] of Object.entries(IMPORT_RULES)) {
      for (const entry of file.imports) {
        const message = check(file, entry);
        if (message) violations.push({ rule, file: file.path, line: entry.line, message });
      }
    }
    if (BARRELS_ALLOWED.has(file.path)) continue;
    for (const line of file.exportAllLines) {
      violations.push({ rule: "barrels", file: file.path, line, message: "export by name, not *" });
    }
    if (/\/index\.tsx?$/.test(file.path)) {
      violations.push({
        rule: "barrels",
        file: file.path,
        line: 1,
        message: "name the file after what it exports",
      });
    }
  }
  return violations;
}

/** Files that are longer than one sitting; a hint, not an error. */
export function findLongFiles(tree: SourceTree): SourceFile[] {
  return [...tree.values()].filter(
    (file) => file.lineCount > LINES_WORTH_A_LOOK && !isTest(file.path),
  );
}
