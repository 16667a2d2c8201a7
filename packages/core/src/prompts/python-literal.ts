/** Values that templates write as Python literals. */
type PythonValue = string | number | boolean | null | readonly PythonValue[];

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/** Writes a value as Python's `repr` does: single quotes, unless only they stand in the text. */
export function pythonLiteral(value: PythonValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return `[${value.map(pythonLiteral).join(", ")}]`;
  const escaped = value.replaceAll(/[\\\n\t\r]/g, (mark) => ESCAPES[mark] ?? mark);
  if (escaped.includes("'") && !escaped.includes('"')) return `"${escaped}"`;
  return `'${escaped.replaceAll("'", "\\'")}'`;
}
