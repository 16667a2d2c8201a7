import { expect, it } from "vitest";
import { z } from "zod";
import { makeId } from "./make-id";

it("makes version 4 UUIDs that differ", () => {
  const ids = Array.from({ length: 1_000 }, makeId);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
