import { type Ir, irSchema } from "../ir/ir.schema.ts";

/**
 * What can be checked of a JSON value that should be an IR: defaults filled in, and each part that
 * does not fit the schema empty at its place, so that one slip does not silence every check.
 *
 * @returns null when the value is no object
 */
export function readCheckableIr(value: unknown): Ir | null {
  const parsed = irSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
