const KEYWORDS = new Set([
  "$defs",
  "$ref",
  "additionalProperties",
  "anyOf",
  "const",
  "description",
  "enum",
  "items",
  "properties",
  "required",
  "type",
]);
/** Limits of the real API on the whole of a schema. */
const MOST_OPTIONAL = 24;
const MOST_UNIONS = 16;

interface Counts {
  optional: number;
  unions: number;
}

/** What keeps a schema from being compiled, in words; null when it is fine. */
export function findSchemaProblem(schema: Record<string, unknown>): string | null {
  const problems: string[] = [];
  const counts: Counts = { optional: 0, unions: 0 };
  visit(schema, problems, counts);
  const [problem] = problems;
  if (problem !== undefined) return problem;
  const isTooLarge = counts.optional > MOST_OPTIONAL || counts.unions > MOST_UNIONS;
  return isTooLarge ? "Schema is too complex for compilation." : null;
}

function visit(schema: unknown, problems: string[], counts: Counts): void {
  if (!isRecord(schema)) return;
  for (const keyword of Object.keys(schema)) {
    if (!KEYWORDS.has(keyword)) problems.push(`${keyword} is not supported`);
  }
  const { type, properties, required, additionalProperties, items, anyOf, $defs } = schema;
  if (type === "object" && additionalProperties !== false) {
    problems.push("additionalProperties must be false");
  }
  const named = isRecord(properties) ? properties : {};
  const needed = new Set(Array.isArray(required) ? required : []);
  counts.optional += Object.keys(named).filter((name) => !needed.has(name)).length;
  if (Array.isArray(anyOf) || Array.isArray(type)) counts.unions += 1;
  const definitions = isRecord($defs) ? Object.values($defs) : [];
  const alternatives = Array.isArray(anyOf) ? (anyOf as unknown[]) : [];
  for (const child of [...Object.values(named), ...definitions, ...alternatives, items]) {
    visit(child, problems, counts);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
