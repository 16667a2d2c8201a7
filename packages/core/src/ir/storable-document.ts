import type { Prisma } from "@foundry/prisma/client";

/**
 * A parsed document as Postgres jsonb can hold it, or null when it cannot: a NUL character, a lone
 * surrogate, a number beyond the double range, or JSON null itself. The raw text stays the truth.
 */
export function toStorableDocument(value: unknown): Prisma.InputJsonValue | null {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const current = waiting.pop();
    if (typeof current === "object" && current !== null) {
      if (!Array.isArray(current) && !Object.keys(current).every(isStorableText)) return null;
      for (const child of Object.values(current)) waiting.push(child);
    } else if (!isStorableScalar(current)) {
      return null;
    }
  }
  return value as Prisma.InputJsonValue;
}

function isStorableScalar(value: unknown): boolean {
  if (typeof value === "string") return isStorableText(value);
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "boolean" || value === null;
}

function isStorableText(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}
