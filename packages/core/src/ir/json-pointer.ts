/** RFC 6901: `["effects", 2, "a/b"]` becomes `/effects/2/a~1b`; the whole document is "". */
export function toJsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${escapeStep(String(step))}`).join("");
}

function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
