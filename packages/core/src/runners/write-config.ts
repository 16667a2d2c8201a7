/**
 * The text of a config that runners get and whose sha256 they compare: the same for equal values,
 * whatever the order of their keys, so that it can be written anew from the database.
 */
export function writeConfig(config: unknown): string {
  return JSON.stringify(config, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)),
        )
      : value,
  );
}
