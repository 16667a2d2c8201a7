// Maps, because a path may hold any key, `__proto__` among them.
const LISTS = new Map([
  ["effects", "Effect"],
  ["assertions", "Assertion"],
  ["constraints", "Constraint"],
  ["parameters", "Parameter"],
  ["holes", "Hole"],
]);
const NAMES = new Map([
  ["intent", "Intent"],
  ["signature", "Signature"],
  ["metadata", "Metadata"],
  ["type_hint", "Type"],
]);
/** What a list is mostly read for goes without saying. */
const UNSAID = new Set(["/effects/description", "/assertions/predicate"]);

/** "/effects/1/description" as a person says it: "Effect 2"; "/intent/summary": "Summary". */
export function namePlace(path: string): string {
  const [, first = "", ...rest] = path.split("/");
  if (first === "signature" || first === "intent")
    return namePlace(`/${rest.join("/")}`) || nameOf(first);
  const [index, ...inner] = rest;
  const list = LISTS.get(first);
  if (list === undefined || index === undefined) return nameOf(first);
  const name = `${list} ${Number(index) + 1}`;
  const field = inner[0];
  if (field === undefined || UNSAID.has(`/${first}/${field}`)) return name;
  return `${name}, ${nameOf(field).toLowerCase()}`;
}

function nameOf(step: string): string {
  const known = NAMES.get(step);
  if (known !== undefined) return known;
  const words = step.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
