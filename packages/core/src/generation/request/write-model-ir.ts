import { irSchema } from "../../ir/ir.schema.ts";
import { writeCanonicalIr } from "../../ir/write-canonical-ir.ts";

/**
 * An IR as a language model writes it under `irLlmSchema`: defaults filled in, nothing null, no free
 * evidence, dictionaries as lists of keys with values. `readLlmReply` is the way back.
 *
 * @throws ZodError when the text is no IR; SyntaxError when it is not JSON
 */
export function writeModelIr(raw: string): string {
  return writeCanonicalIr(narrow(irSchema.parse(JSON.parse(raw))));
}

function narrow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(narrow);
  if (typeof value !== "object" || value === null) return value;
  const isHole = "identifier" in value;
  const members = Object.entries(value)
    .filter(([key, member]) => member !== null && member !== undefined && key !== "evidence")
    .map(([key, member]): [string, unknown] =>
      isHole && key === "constraints"
        ? [key, listEntries(member as Record<string, string>)]
        : [key, narrow(member)],
    );
  return Object.fromEntries(members);
}

function listEntries(dictionary: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(dictionary).map(([key, value]) => ({ key, value }));
}
