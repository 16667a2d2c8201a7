import { buildExampleIr } from "@foundry/core/checks/build-example-ir";
import type { ExampleIr } from "@foundry/core/checks/check";
import { namePlace } from "../../components/findings/name-place";

/** One statement of an example's IR. */
export interface ExampleLine {
  place: string;
  text: string;
  isFlagged: boolean;
}

/** The statements that an example is about, without the rest that makes it a whole IR. */
export function listExampleLines(ir: ExampleIr, flaggedPath: string | undefined): ExampleLine[] {
  const named = listStatements(ir);
  const isAt = (path: string) =>
    flaggedPath !== undefined && (flaggedPath === path || flaggedPath.startsWith(`${path}/`));
  const lines = named.map(({ path, text }) => ({
    place: namePlace(path),
    text,
    isFlagged: isAt(path),
  }));
  if (flaggedPath === undefined || lines.some(({ isFlagged }) => isFlagged)) return lines;
  const text = readText(buildExampleIr(ir), flaggedPath);
  return [...lines, { place: namePlace(flaggedPath) || "IR", text, isFlagged: true }];
}

function listStatements(ir: ExampleIr): { path: string; text: string }[] {
  const { summary, name, parameters, returns, effects, assertions, constraints, overrides } = ir;
  const rows: { path: string; text: string }[] = [];
  const add = (path: string, text: string | undefined) => {
    if (text !== undefined) rows.push({ path, text });
  };
  add("/intent/summary", summary);
  add("/signature/name", name);
  for (const [index, [parameter, hint]] of Object.entries(parameters ?? {}).entries()) {
    add(`/signature/parameters/${index}`, `${parameter}: ${hint}`);
  }
  add("/signature/returns", returns === undefined ? undefined : String(returns));
  effects?.forEach((text, index) => add(`/effects/${index}`, text));
  assertions?.forEach((text, index) => add(`/assertions/${index}`, text));
  constraints?.forEach((value, index) => add(`/constraints/${index}`, JSON.stringify(value)));
  for (const [key, value] of Object.entries(overrides ?? {})) add(`/${key}`, JSON.stringify(value));
  return rows;
}

/** What stands at a pointer; of a place that is missing, that it is. */
function readText(value: unknown, pointer: string): string {
  let at = value;
  for (const step of pointer.split("/").slice(1)) {
    at = typeof at === "object" && at !== null ? Reflect.get(at, step) : undefined;
  }
  const isEmpty = at === undefined || at === null || (Array.isArray(at) && at.length === 0);
  return isEmpty ? "(none)" : typeof at === "string" ? at : JSON.stringify(at);
}
