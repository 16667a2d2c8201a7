import { z } from "zod";

/**
 * The keys that `schema` knows for the object at `path` of `document`; empty where any key is
 * allowed or the path leads nowhere.
 */
export function listKnownKeys(
  schema: z.core.$ZodType,
  document: unknown,
  path: readonly PropertyKey[],
): string[] {
  let current: z.core.$ZodType | undefined = schema;
  let value = document;
  for (const step of path) {
    current = stepInto(current, value, step);
    value = readStep(value, step);
  }
  const found = choose(current, value);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}

function stepInto(
  schema: z.core.$ZodType | undefined,
  value: unknown,
  step: PropertyKey,
): z.core.$ZodType | undefined {
  const container = choose(schema, value);
  if (container instanceof z.ZodArray) return container.element;
  if (container instanceof z.ZodObject) return container.shape[String(step)];
  return undefined;
}

/** Removes the wrappers of a schema and picks the member of a union by the value's discriminator. */
function choose(schema: z.core.$ZodType | undefined, value: unknown): z.core.$ZodType | undefined {
  let current = schema;
  while (
    current instanceof z.ZodDefault ||
    current instanceof z.ZodOptional ||
    current instanceof z.ZodNullable
  ) {
    current = current.unwrap();
  }
  if (!(current instanceof z.ZodDiscriminatedUnion)) return current;
  const { discriminator } = current.def;
  return current.options.find(
    (option) =>
      option instanceof z.ZodObject &&
      z.safeParse(option.shape[discriminator], readStep(value, discriminator)).success,
  );
}

function readStep(value: unknown, step: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, step)
    ? (value as Record<PropertyKey, unknown>)[step]
    : undefined;
}
