import {
  applyEdits,
  findNodeAtLocation,
  type FormattingOptions,
  type JSONPath,
  modify,
  type Node,
  parseTree,
} from "jsonc-parser";
import { IR_LIMITS } from "../../ir/ir-limits.ts";
import { scanJson } from "../../ir/scan-json.ts";
import type { PatchStep, QuickFix } from "../quick-fix.ts";

/**
 * The text of an IR after a fix, with its layout kept. Never throws: a step whose place is gone, or
 * a text that is not JSON, stays as it is.
 */
export function applyFix(text: string, fix: QuickFix): string {
  return fix.patch.reduce(applyStep, text);
}

function applyStep(text: string, step: PatchStep): string {
  if (!scanJson(text, IR_LIMITS).ok) return text;
  const root = parseTree(text);
  const place = findPlace(root, step);
  if (place === null) return text;
  if (step.op === "remove") return cutOut(text, root, place.path);
  const formattingOptions = detectLayout(text);
  const options = {
    isArrayInsertion: place.isInsertion,
    ...(formattingOptions === null ? {} : { formattingOptions }),
  };
  return applyEdits(text, modify(text, place.path, step.value, options));
}

/** Takes a property or an entry away with its comma; the last one leaves empty brackets. */
function cutOut(text: string, root: Node | undefined, path: JSONPath): string {
  const value = root === undefined ? undefined : findNodeAtLocation(root, path);
  const cut = value?.parent?.type === "property" ? value.parent : value;
  const siblings = cut?.parent?.children ?? [];
  const at = cut === undefined ? -1 : siblings.indexOf(cut);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  if (cut?.parent === undefined || at < 0) return text;
  const { offset, length } = cut.parent;
  let [start, end] = [offset + 1, offset + length - 1];
  if (next !== undefined) [start, end] = [cut.offset, next.offset];
  else if (previous !== undefined) {
    [start, end] = [previous.offset + previous.length, cut.offset + cut.length];
  }
  return text.slice(0, start) + text.slice(end);
}

interface Place {
  path: JSONPath;
  isInsertion: boolean;
}

/** Null when the step has no place in the document. */
function findPlace(root: Node | undefined, step: PatchStep): Place | null {
  const keys = step.path.split("/").slice(1).map(unescapeStep);
  const last = keys.pop();
  const path: JSONPath = [];
  let node = root;
  for (const key of keys) {
    path.push(node?.type === "array" ? Number(key) : key);
    node = findChild(node, key);
  }
  if (node === undefined || last === undefined) return null;
  if (node.type === "array") return findEntry(node, path, last, step.op);
  if (node.type !== "object") return null;
  const isThere = findChild(node, last) !== undefined;
  if (!isThere && step.op !== "add") return null;
  return { path: [...path, last], isInsertion: false };
}

function findChild(node: Node | undefined, key: string): Node | undefined {
  if (node?.type === "array") return /^\d+$/.test(key) ? node.children?.[Number(key)] : undefined;
  if (node?.type !== "object") return undefined;
  return node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[1];
}

function findEntry(array: Node, path: JSONPath, key: string, op: PatchStep["op"]): Place | null {
  const length = array.children?.length ?? 0;
  if (key === "-") return op === "add" ? { path: [...path, length], isInsertion: true } : null;
  const index = Number(key);
  const last = op === "add" ? length : length - 1;
  if (!/^\d+$/.test(key) || index > last) return null;
  return { path: [...path, index], isInsertion: op === "add" };
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

const INDENTED_LINE = /\r?\n([ \t]+)\S/;

/** The indentation of a text in lines; null for a text on one line, which stays so. */
function detectLayout(text: string): FormattingOptions | null {
  const indent = INDENTED_LINE.exec(text)?.[1];
  if (indent === undefined) return null;
  return {
    insertSpaces: !indent.includes("\t"),
    tabSize: indent.includes("\t") ? 1 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
}
