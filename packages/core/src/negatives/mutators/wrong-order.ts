import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource } from "../edit.ts";
import { moveEffect } from "../edits/changes.ts";

const BRANCH = /^If (.+?) (<=|>=|<|>|==) (-?\d+(?:\.\d+)?)(?= |,).*?\breturn\b/;
const CONDITIONAL_RETURN = /^If .*?\breturn\b/;
const LET = /^Let (\w+) be\b/;

/** Steps stand in an order in which one of them never comes to be, or comes too early. */
export const wrongOrder = defineMutator("wrong_order", ({ effects }: EditSource) => [
  listPairs(effects, hidesNext).map(([first, second]) => swap(effects, first, second)),
  listPairs(effects, isBoolBeforeInt).map(([first, second]) => swap(effects, first, second)),
  moveFallThroughUp(effects),
  moveDefinitionsDown(effects),
]);

/** All pairs of effects, in order, for which `matters` says that their order does. */
function listPairs(
  effects: string[],
  matters: (first: string, second: string) => boolean,
): [number, number][] {
  return effects.flatMap((first, at) =>
    effects
      .slice(at + 1)
      .flatMap((second, distance): [number, number][] =>
        matters(first, second) ? [[at, at + 1 + distance]] : [],
      ),
  );
}

/** Whether everything that the first branch takes would be taken by the second, were it in front. */
function hidesNext(first: string, second: string): boolean {
  const [, expression, operator = "", number] = BRANCH.exec(first) ?? [];
  const [, sameExpression, sameOperator = "", limit] = BRANCH.exec(second) ?? [];
  if (expression === undefined || expression !== sameExpression) return false;
  const [value, bound] = [Number(number), Number(limit)];
  const isSameWay = operator === "==" || operator.charAt(0) === sameOperator.charAt(0);
  if (!isSameWay) return false;
  return sameOperator.startsWith("<")
    ? value < bound
    : sameOperator.startsWith(">") && value > bound;
}

function isBoolBeforeInt(first: string, second: string): boolean {
  return (
    CONDITIONAL_RETURN.test(first) &&
    CONDITIONAL_RETURN.test(second) &&
    /\bbool(?:ean)?\b/.test(first) &&
    /\bint\b/.test(second) &&
    !/\bbool/.test(second)
  );
}

function swap(effects: string[], first: number, second: number): Edit {
  return {
    path: `/effects/${first}/description`,
    note: `steps ${first} and ${second} are swapped: "${effects[first] ?? ""}"`,
    change: (draft) => {
      moveEffect(first, second)(draft);
      moveEffect(second - 1, first)(draft);
    },
  };
}

/** "Otherwise" before a case that it should leave to the others. */
function moveFallThroughUp(effects: string[]): Edit[] {
  const from = effects.findIndex((effect) => /^Otherwise,? return\b/.test(effect));
  return effects.flatMap((effect, to) =>
    to < from && CONDITIONAL_RETURN.test(effect)
      ? [
          {
            path: `/effects/${to}/description`,
            note: `what holds otherwise comes before step ${to + 1}`,
            change: moveEffect(from, to),
          },
        ]
      : [],
  );
}

/** A name is used before the step that introduces it. */
function moveDefinitionsDown(effects: string[]): Edit[] {
  return effects.flatMap((effect, from) => {
    const name = LET.exec(effect)?.[1];
    if (name === undefined) return [];
    const to = effects.findIndex((use, at) => at > from && new RegExp(`\\b${name}\\b`).test(use));
    if (to < 0) return [];
    const note = `${name} is used before the step that introduces it`;
    return [{ path: `/effects/${from}/description`, note, change: moveEffect(from, to) }];
  });
}
