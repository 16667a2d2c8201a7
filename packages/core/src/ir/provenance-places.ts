const PROVENANCE = "provenance";

/** Objects on which tools outside write `provenance`, as paths; `*` stands for any index. */
export const PROVENANCE_PLACES = [
  ["intent"],
  ["signature"],
  ["signature", "parameters", "*"],
  ["effects", "*"],
  ["assertions", "*"],
] as const;

const PLACE_NAMES = new Set(PROVENANCE_PLACES.map((place) => place.join("/")));

/** True for a property that import strips: its key, its place and the type of its value fit. */
export function isProvenance(
  objectPath: readonly PropertyKey[],
  key: string,
  value: unknown,
): boolean {
  if (key !== PROVENANCE || typeof value !== "object" || Array.isArray(value)) return false;
  const steps = objectPath.map((step) => (typeof step === "number" ? "*" : String(step)));
  return PLACE_NAMES.has(steps.join("/"));
}
