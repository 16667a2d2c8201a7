import type { PatchStep } from "../quick-fix.ts";

/** A piece of a text of the IR and what should stand there. */
export interface Replacement {
  path: string;
  text: string;
  start: number;
  end: number;
  by: string;
}

/** One patch step for every text with replacements; ranges of one text must not overlap. */
export function replaceTokens(replacements: readonly Replacement[]): PatchStep[] {
  const paths = [...new Set(replacements.map(({ path }) => path))];
  return paths.map((path) => {
    const own = replacements
      .filter((replacement) => replacement.path === path)
      .toSorted((left, right) => right.start - left.start);
    const value = own.reduce(
      (text, { start, end, by }) => text.slice(0, start) + by + text.slice(end),
      own[0]?.text ?? "",
    );
    return { op: "replace", path, value };
  });
}
