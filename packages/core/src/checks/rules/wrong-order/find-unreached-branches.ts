import type { CheckSubject } from "../../check-subject.ts";
import type { Observation } from "../../check.ts";
import { type PlacedBranch, placeBranches } from "../../effects/place-branches.ts";
import type { PythonExpression } from "../../python/python-expression.ts";
import { writeExpression } from "../../python/write-expression.ts";
import type { QuickFix } from "../../quick-fix.ts";
import { holdsIn } from "../../worlds/holds-in.ts";
import { holdsWholeNumbers } from "../../worlds/holds-whole-numbers.ts";
import { listWorlds, type World } from "../../worlds/list-worlds.ts";

/** A branch that returns under a condition that is understood. */
interface Test {
  branch: PlacedBranch;
  expression: PythonExpression;
}

const MAX_TESTS = 40;

/** Conditions that come too late: whenever one holds, an earlier one has returned something else. */
export function findUnreachedBranches(subject: CheckSubject): Observation[] {
  const tests = listTests(subject);
  if (tests.length < 2) return [];
  const worlds = listWorlds(
    tests.map(({ expression }) => expression),
    holdsWholeNumbers(subject),
  );
  if (worlds === null) return [];
  const reported = new Set<number>();
  return tests.flatMap((test, at) => {
    const swallower = findSwallower(test, tests.slice(0, at), worlds);
    if (swallower === undefined || reported.has(swallower.branch.effectIndex)) return [];
    reported.add(swallower.branch.effectIndex);
    return [report(subject, tests, swallower, test, worlds)];
  });
}

/** Branches up to the first whose condition sets things anew or holds in a loop. */
function listTests({ effects }: CheckSubject): Test[] {
  return placeBranches(effects)
    .filter(({ result, condition }) => result !== null && condition?.isInLoop !== true)
    .flatMap((branch) => {
      const expression = branch.condition?.expression ?? null;
      return expression === null ? [] : [{ branch, expression }];
    })
    .slice(0, MAX_TESTS);
}

function findSwallower(test: Test, earlier: readonly Test[], worlds: readonly World[]) {
  const own = worlds.filter((world) => holdsIn(world, test.expression));
  if (own.length === 0) return undefined;
  return earlier.find(
    (other) =>
      !isSameResult(other, test) &&
      // The same condition twice is a contradiction, whatever the order.
      writeExpression(other.expression) !== writeExpression(test.expression) &&
      own.every((world) => holdsIn(world, other.expression)),
  );
}

function isSameResult(left: Test, right: Test): boolean {
  const [a, b] = [left.branch.result?.expression, right.branch.result?.expression];
  if (a == null || b == null) return false;
  return writeExpression(a) === writeExpression(b);
}

function report(
  subject: CheckSubject,
  tests: readonly Test[],
  swallower: Test,
  swallowed: Test,
  worlds: readonly World[],
): Observation {
  const fix = proposeFix(subject, tests, worlds);
  const path = `/effects/${swallower.branch.effectIndex}/description`;
  const [wide, narrow] = [swallower, swallowed].map((test) => quoteCondition(subject, test));
  return {
    severity: "error",
    path,
    message: `\`${wide}\` is tested before \`${narrow}\`, which is therefore never reached; put the narrower condition first`,
    ...(fix === null ? {} : { fix }),
  };
}

function quoteCondition({ effects }: CheckSubject, { branch, expression }: Test): string {
  const text = effects[branch.effectIndex]?.text ?? "";
  const { start, end } = branch.condition ?? expression;
  return text.slice(start, end).trim();
}

/**
 * The effects of the tests in an order in which each is reached, if each effect is one test of its
 * own and such an order exists: narrower ones first, else as they are.
 */
function proposeFix(
  { ir }: CheckSubject,
  tests: readonly Test[],
  worlds: readonly World[],
): QuickFix | null {
  const places = tests.map(({ branch }) => branch.effectIndex);
  if (new Set(places).size < places.length || !areNeighbours(places)) return null;
  const sizes = tests.map(
    ({ expression }) => worlds.filter((world) => holdsIn(world, expression)).length,
  );
  const sorted = tests
    .map((test, at) => ({ test, size: sizes[at] ?? 0 }))
    .toSorted((left, right) => left.size - right.size)
    .map(({ test }) => test);
  const isReached = sorted.every(
    (test, at) => findSwallower(test, sorted.slice(0, at), worlds) === undefined,
  );
  if (!isReached) return null;
  const patch = sorted.flatMap(({ branch }, at) => {
    const place = places[at];
    const moved = ir.effects[branch.effectIndex];
    if (place === undefined || moved === undefined || place === branch.effectIndex) return [];
    return [{ op: "replace" as const, path: `/effects/${place}`, value: moved }];
  });
  return { title: "Put the narrower conditions first", patch };
}

function areNeighbours(places: readonly number[]): boolean {
  return places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1);
}
