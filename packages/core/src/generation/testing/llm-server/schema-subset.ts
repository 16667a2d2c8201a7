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
/** Of the whole schema. */
const MOST_OPTIONAL = 24;

/** What keeps a schema from being compiled, in words; null when it is fine. */
export function findUnknownKeyword(schema: Record<string, unknown>): string | null {
  const problems: string[] = [];
  const optional = visit(schema, problems);
  const [problem] = problems;
  if (problem !== undefined) return problem;
  return optional > MOST_OPTIONAL ? "The compiled grammar is too large." : null;
}

/** @returns how many properties may be left out */
function visit(schema: unknown, problems: string[]): number {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return 0;
  const node = schema as Record<string, unknown>;
  for (const keyword of Object.keys(node)) {
    if (!KEYWORDS.has(keyword)) problems.push(`${keyword} is not supported`);
  }
  const { properties, required, additionalProperties, items, anyOf, $defs } = node;
  if (node["type"] === "object" && additionalProperties !== false) {
    problems.push("additionalProperties must be false");
  }
  const named = isRecord(properties) ? properties : {};
  const needed = new Set(Array.isArray(required) ? required : []);
  const own = Object.keys(named).filter((name) => !needed.has(name)).length;
  const children = [
    ...Object.values(named),
    ...(isRecord($defs) ? Object.values($defs) : []),
    ...(Array.isArray(anyOf) ? anyOf : []),
    items,
  ];
  return children.reduce<number>((sum, child) => sum + visit(child, problems), own);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
