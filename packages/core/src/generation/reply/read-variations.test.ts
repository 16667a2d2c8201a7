import { describe, expect, it } from "vitest";
import { readVariations } from "./read-variations.ts";

const PARENT = "Return 'x' if the number is above 3.";
const FIRST = "Return 'y' if the number is above 4.";
const SECOND = "Return 'z' if the number is below 9.";

function read(variations: unknown, count = 5) {
  return readVariations(JSON.stringify({ variations }), { parent: PARENT, count });
}

describe("readVariations", () => {
  it("gives the new ones, trimmed, in their order, and not more than were asked for", () => {
    expect(read([` ${FIRST}\n`, SECOND])).toEqual({ ok: true, texts: [FIRST, SECOND] });
    expect(read([FIRST, SECOND], 1)).toEqual({ ok: true, texts: [FIRST] });
  });

  it("leaves out the parent, repetitions and what cannot be a description", () => {
    const noise = [PARENT.toUpperCase(), FIRST.replace(" ", "  "), "", "x", "x".repeat(5000)];
    expect(read([FIRST, ...noise, `${SECOND}\0`, SECOND])).toEqual({
      ok: true,
      texts: [FIRST, SECOND],
    });
  });

  it.each([
    ["nothing new", [PARENT]],
    ["an empty list", []],
    ["other things than text", [1]],
    ["no list", "text"],
  ])("refuses %s", (_, variations) => {
    expect(read(variations).ok).toBe(false);
  });

  it("refuses what is not JSON", () => {
    expect(readVariations("1. Return…", { parent: PARENT, count: 2 }).ok).toBe(false);
  });
});
