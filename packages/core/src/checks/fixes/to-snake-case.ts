const NAME = /^[a-z_][a-z0-9_]*$/;

/** The name in lower case with underscores between its words, or null when none can be made. */
export function toSnakeCase(name: string): string | null {
  const snake = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replaceAll(/[\s-]+/g, "_")
    .toLowerCase();
  return NAME.test(snake) ? snake : null;
}
