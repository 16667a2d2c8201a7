const MAX_LENGTH = 400;

/** A JSON value in a line or two; what is longer ends with dots. */
export function writeValue(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
}
