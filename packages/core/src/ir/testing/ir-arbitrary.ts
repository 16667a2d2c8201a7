import fc from "fast-check";
import { HOLE_KINDS } from "../ir.schema.ts";

/** Text with the characters that validators count or match differently. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom("a", "é", "😀", "\n", "\0"), fc.string()),
});
const optionalText = fc.option(text, { nil: null });
const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,8}$/);
const integer = fc.constantFrom(0, -3, 7, 2 ** 53 + 2, 1e300);

const hole = fc.record(
  {
    identifier: text,
    type_hint: text,
    description: text,
    constraints: fc.dictionary(fc.string({ maxLength: 5 }), text, {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    kind: fc.constantFrom(...HOLE_KINDS),
  },
  { requiredKeys: ["identifier", "type_hint"], noNullPrototype: true },
);
const holes = fc.array(hole, { maxLength: 2 });

const anyConstraint = { description: optionalText, severity: fc.constantFrom("error", "warning") };

const constraint = fc.oneof(
  fc.record(
    {
      type: fc.constant("return_constraint"),
      value_name: text,
      requirement: fc.constantFrom("MUST_RETURN", "OPTIONAL_RETURN"),
      ...anyConstraint,
    },
    { requiredKeys: ["type", "value_name"], noNullPrototype: true },
  ),
  fc.record(
    {
      type: fc.constant("loop_constraint"),
      search_type: fc.constantFrom("FIRST_MATCH", "LAST_MATCH", "ALL_MATCHES"),
      requirement: fc.constantFrom("EARLY_RETURN", "ACCUMULATE", "TRANSFORM"),
      loop_variable: optionalText,
      ...anyConstraint,
    },
    { requiredKeys: ["type"], noNullPrototype: true },
  ),
  fc.record(
    {
      type: fc.constant("position_constraint"),
      elements: fc.array(text, { maxLength: 3 }),
      requirement: fc.constantFrom("NOT_ADJACENT", "ORDERED", "MIN_DISTANCE", "MAX_DISTANCE"),
      min_distance: integer,
      max_distance: fc.option(integer, { nil: null }),
      ...anyConstraint,
    },
    { requiredKeys: ["type", "elements"], noNullPrototype: true },
  ),
);

/** Valid IRs as they may be written: optional properties come and go. */
export const irArbitrary = fc.record(
  {
    intent: fc.record(
      { summary: text.map((rest) => `Ten long: ${rest}`), rationale: optionalText, holes },
      { requiredKeys: ["summary"], noNullPrototype: true },
    ),
    signature: fc.record(
      {
        name,
        parameters: fc.array(
          fc.record(
            { name, type_hint: text, description: optionalText },
            { requiredKeys: ["name", "type_hint"], noNullPrototype: true },
          ),
          { maxLength: 3 },
        ),
        returns: optionalText,
        holes,
      },
      { requiredKeys: ["name", "parameters"], noNullPrototype: true },
    ),
    effects: fc.array(
      fc.record(
        { description: text, holes },
        { requiredKeys: ["description"], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    assertions: fc.array(
      fc.record(
        { predicate: text, rationale: optionalText, holes },
        { requiredKeys: ["predicate"], noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
    metadata: fc.record(
      {
        source_path: optionalText,
        language: optionalText,
        origin: optionalText,
        evidence: fc.array(
          fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), {
            noNullPrototype: true,
          }),
          {
            maxLength: 2,
          },
        ),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    constraints: fc.array(constraint, { maxLength: 3 }),
  },
  { requiredKeys: ["intent", "signature"], noNullPrototype: true },
);

/** Values that break a document wherever they are put in. */
const foreignValue = fc.constantFrom<unknown>(
  null,
  true,
  0,
  1.5,
  2 ** 53,
  "",
  "A",
  "a\n",
  "nine char",
  "😀😀😀😀😀",
  "😀😀😀😀😀😀😀😀😀😀",
  [],
  {},
  [{}],
  { type: "return_constraint" },
  { toString: 1 },
);

/**
 * IR documents of which about one half is valid: somewhere a value was replaced, a key added or
 * a key taken away.
 */
export const damagedIrArbitrary = fc
  .tuple(
    irArbitrary,
    fc.constantFrom("keep", "replace", "add", "remove"),
    fc.nat(),
    foreignValue,
    fc.constantFrom<string>("extra", "provenance", "constructor", "type", "holes", "min_distance"),
  )
  .map(([ir, act, pick, value, key]) => {
    const document: unknown = JSON.parse(JSON.stringify(ir));
    if (act === "keep") return document;
    const places = listPlaces(document);
    const place = places[pick % places.length];
    if (place === undefined) return value;
    if (act === "replace") place.holder[place.key] = value;
    else if (act === "remove") delete place.holder[place.key];
    else place.holder[Array.isArray(place.holder) ? place.holder.length : key] = value;
    return JSON.parse(JSON.stringify(document)) as unknown;
  });

interface Place {
  holder: Record<PropertyKey, unknown>;
  key: string;
}

function listPlaces(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<PropertyKey, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...listPlaces(holder[key])]);
}
