import { irSchema } from "./ir.schema.ts";
import { writeCanonicalIr } from "./write-canonical-ir.ts";

/**
 * A text that two IRs share exactly when they say the same: what a default says may be left out,
 * null is as good as nothing, and `metadata`, which says where the IR comes from, does not count.
 * A value that does not fit the schema is compared as it is written.
 */
export function identifyIr(ir: unknown): string {
  const parsed = irSchema.safeParse(ir);
  if (!parsed.success) return writeCanonicalIr(ir);
  const { metadata: _, ...content } = parsed.data;
  return writeCanonicalIr(dropVoid(content));
}

function dropVoid(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropVoid);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, child]) => child !== null && !(key === "holes" && isEmptyList(child)))
      .map(([key, child]) => [key, dropVoid(child)]),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
