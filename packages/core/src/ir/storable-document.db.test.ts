import { dbTest } from "@foundry/prisma/testing/db-test";
import fc from "fast-check";
import { expect } from "vitest";
import { toStorableDocument } from "./storable-document.ts";

/** Text in which half of the characters are ones that jsonb might not hold. */
const text = fc.string({
  unit: fc.oneof(fc.constantFrom("\0", "\ud800", "\udc00", "😀", '"', "\\"), fc.string()),
  maxLength: 4,
});
const { document } = fc.letrec((tie) => ({
  document: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true }),
    fc.constantFrom(null, true, 2 ** 53 + 2, Infinity),
    fc.array(tie("document"), { maxLength: 3 }),
    fc.dictionary(text, tie("document"), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

dbTest("jsonb holds unchanged exactly the documents that are called storable", async ({ db }) => {
  const seen = { storable: 0, refused: 0 };
  const readBack = async (value: unknown) => {
    const rows = await db.$queryRawUnsafe<{ doc: unknown }[]>(
      "SELECT $1::jsonb AS doc",
      JSON.stringify(value),
    );
    return rows[0]?.doc;
  };
  await fc.assert(
    fc.asyncProperty(document, async (value) => {
      const isStorable = toStorableDocument(value) !== null;
      seen[isStorable ? "storable" : "refused"] += 1;
      // JSON writes infinity as null, so it would be stored, but changed.
      const wouldChange = value === null || hasInfinity(value);
      const stored = await readBack(value).catch(() => undefined);
      if (isStorable) expect(stored).toEqual(JSON.parse(JSON.stringify(value)));
      else expect(stored === undefined || wouldChange).toBe(true);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.storable, seen.refused)).toBeGreaterThan(30);
});

function hasInfinity(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.values(value).some(hasInfinity);
  return value === Infinity || value === -Infinity;
}
