import type { PythonExpression } from "../python/python-expression.ts";
import { holdsIn } from "./holds-in.ts";
import { listWorlds } from "./list-worlds.ts";

/** Whether one of some conditions always holds; true too when there are too many ways to tell. */
export function coversEverything(
  tests: readonly PythonExpression[],
  isWhole: (subject: string) => boolean,
): boolean {
  const worlds = listWorlds(tests, isWhole);
  return worlds === null || worlds.every((world) => tests.some((test) => holdsIn(world, test)));
}
