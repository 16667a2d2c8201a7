import type { Ir } from "./ir.schema.ts";

/** Whether a typed hole is left anywhere in the IR; training data must not have any. */
export function hasOpenHoles({ intent, signature, effects, assertions }: Ir): boolean {
  return [intent, signature, ...effects, ...assertions].some(({ holes }) => holes.length > 0);
}
