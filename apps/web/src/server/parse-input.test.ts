import { recordReviewSchema } from "@foundry/core/reviews/review.schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "./parse-input";
import { readQuery } from "./read-query";

function problemsOf(schema: z.ZodType, input: unknown) {
  try {
    parseInput(schema, input, "body");
  } catch (error) {
    return (error as { problems: { path: string }[] }).problems.map(({ path }) => path).sort();
  }
  return [];
}

describe("parseInput", () => {
  it("gives the parsed value, defaults filled in", () => {
    expect(parseInput(z.object({ limit: z.coerce.number().default(50) }), {}, "query")).toEqual({
      limit: 50,
    });
  });

  it("points at every bad value", () => {
    const schema = z.strictObject({ list: z.array(z.int()), "a/b": z.string() });
    expect(problemsOf(schema, { list: [1, "x", 2.5], "a/b": 1, extra: 1, "~": 1 })).toEqual([
      "/a~1b",
      "/extra",
      "/list/1",
      "/list/2",
      "/~0",
    ]);
  });

  it("points at the discriminator of an unknown verdict", () => {
    expect(problemsOf(recordReviewSchema, { verdict: "maybe" })).toEqual(["/verdict"]);
  });
});

describe("readQuery", () => {
  it("drops empty values and refuses repeated ones", () => {
    expect(readQuery(new URLSearchParams("state=pending&search="))).toEqual({ state: "pending" });
    expect(() => readQuery(new URLSearchParams("a=1&a=2"))).toThrow("twice");
    expect(() => readQuery(new URLSearchParams("search=%00"))).toThrow("cannot be stored");
  });

  it("is not fooled by the names of object members", () => {
    expect(readQuery(new URLSearchParams("toString=1"))).toEqual({ toString: "1" });
  });
});
