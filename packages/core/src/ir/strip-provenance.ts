import { type Node, parseTree } from "jsonc-parser";
import { IR_LIMITS } from "./ir-limits.ts";
import { toJsonPointer } from "./json-pointer.ts";
import { isProvenance, PROVENANCE_PLACES } from "./provenance-places.ts";
import { scanJson } from "./scan-json.ts";

export interface StrippedIr {
  raw: string;
  /** JSON Pointers into the text as it came; a property written twice is named twice. */
  removedPaths: string[];
}

type Path = (string | number)[];
interface Range {
  start: number;
  end: number;
}

/**
 * Removes the `provenance` properties that other tools write on intent, signature, parameters,
 * effects and assertions, each with its comma and the white space to its neighbour. Every other
 * character stays as it is. A text that `readIr` refuses to parse comes back unchanged.
 */
export function stripProvenance(raw: string): StrippedIr {
  // A key may be spelt with escapes, so only a text without any is known to be clean.
  if (!/provenance|\\u/.test(raw) || !scanJson(raw, IR_LIMITS).ok) {
    return { raw, removedPaths: [] };
  }
  const root = parseTree(raw);
  const removedPaths: string[] = [];
  const cuts: Range[] = [];
  for (const place of PROVENANCE_PLACES) {
    for (const { node, path } of findNodes(root, [], place)) {
      const removed = planCuts(node, path);
      cuts.push(...removed.cuts);
      removedPaths.push(...removed.paths);
    }
  }
  return { raw: cutOut(raw, cuts), removedPaths };
}

/** Every node at a place; more than one where keys are duplicated. */
function findNodes(
  node: Node | undefined,
  path: Path,
  place: readonly string[],
): { node: Node; path: Path }[] {
  if (node === undefined) return [];
  const [step, ...rest] = place;
  if (step === undefined) return [{ node, path }];
  const children = node.children ?? [];
  if (step === "*") {
    if (node.type !== "array") return [];
    return children.flatMap((child, index) => findNodes(child, [...path, index], rest));
  }
  if (node.type !== "object") return [];
  return children
    .filter((property) => readKey(property) === step)
    .flatMap((property) => findNodes(property.children?.[1], [...path, step], rest));
}

function planCuts(object: Node, path: Path): { cuts: Range[]; paths: string[] } {
  const properties = object.type === "object" ? (object.children ?? []) : [];
  const cuts: Range[] = [];
  const paths: string[] = [];
  let keptEnd: number | undefined;
  properties.forEach((property, index) => {
    const end = property.offset + property.length;
    const key = readKey(property);
    if (!isProvenance(path, key, readShallow(property.children?.[1]))) {
      keptEnd = end;
      return;
    }
    paths.push(toJsonPointer([...path, key]));
    const next = properties[index + 1];
    cuts.push(
      next === undefined
        ? { start: keptEnd ?? property.offset, end }
        : { start: property.offset, end: next.offset },
    );
  });
  return { cuts, paths };
}

function cutOut(text: string, cuts: Range[]): string {
  let kept = "";
  let at = 0;
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    if (start > at) kept += text.slice(at, start);
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

function readKey(property: Node): string {
  return String(property.children?.[0]?.value);
}

/** The value of a scalar; an empty object or list in place of a full one. */
function readShallow(node: Node | undefined): unknown {
  if (node?.type === "object") return {};
  if (node?.type === "array") return [];
  return node?.value;
}
