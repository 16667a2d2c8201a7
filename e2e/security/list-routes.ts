import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../scripts/studio/settings.ts";

const APP = join(ROOT, "apps/web/src/app");
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Values that parse, and that nothing has; where one name means two things, with what precedes it. */
const EXAMPLES: Record<string, string> = {
  id: "0198a000-0000-7000-8000-000000000001",
  sampleId: "999999",
  "samples/id": "999999",
  "prompts/id": "999999",
  runId: "0198a000-0000-7000-8000-000000000001",
  itemId: "0198a000-0000-7000-8000-000000000001",
  kind: "report",
  name: "train.jsonl",
  position: "0",
  format: "original",
  token: "no-such-token",
};

interface Route {
  /** As in the tree: `/imports/[id]`. */
  route: string;
  /** With values: `/imports/0198a000-…`. */
  path: string;
}

export interface Page extends Route {
  /**
   * The `next-router-state-tree` of a client that claims to have every layout already and asks for
   * the page alone, or for no more than its title.
   */
  routerState: (wanted: "refetch" | "metadata-only") => string;
}

export interface Handler extends Route {
  method: (typeof METHODS)[number];
  /** `POST /api/imports/[id]/cancel`. */
  name: string;
}

/** Every page of the app, from the file system, so that a new one is tested the day it appears. */
export function listPages(): Page[] {
  return listFiles("page").map(({ route, folders }) => ({
    route,
    path: fillIn(route),
    routerState: (wanted) => encodeURIComponent(JSON.stringify(toRouterState(folders, wanted))),
  }));
}

/** In the form of the framework's own client: a segment, its children, and what is wanted there. */
function toRouterState([folder, ...rest]: string[], wanted: string): unknown[] {
  if (folder === undefined) return ["__PAGE__", {}, null, wanted];
  const name = /^\[(\w+)\]$/.exec(folder)?.[1];
  const segment = name === undefined ? folder : [name, fillIn(folder), "d", null];
  return [segment, { children: toRouterState(rest, wanted) }];
}

/** Every handler of the HTTP API, from the file system. */
export function listHandlers(): Handler[] {
  return listFiles("route").flatMap(({ route, source }) =>
    METHODS.filter((method) => new RegExp(`export .*\\b${method}\\b`).test(source)).map(
      (method) => ({
        route,
        path: fillIn(route),
        method,
        name: `${method} ${route}`,
      }),
    ),
  );
}

function listFiles(kind: "page" | "route") {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => new RegExp(`(^|/)${kind}\\.tsx?$`).test(file))
    .map((file) => {
      const folders = file.split("/").slice(0, -1);
      return {
        route: `/${folders.filter((folder) => !/^\(.*\)$/.test(folder)).join("/")}`,
        folders: ["", ...folders],
        source: readFileSync(join(APP, file), "utf8"),
      };
    });
}

function fillIn(route: string): string {
  return route.replaceAll(/(\w*)\/\[(\w+)\]/g, (_, folder: string, name: string) => {
    const example = EXAMPLES[`${folder}/${name}`] ?? EXAMPLES[name];
    if (example === undefined) throw new Error(`give an example for [${name}] in list-routes.ts`);
    return `${folder}/${example}`;
  });
}
