import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irSchema } from "../../ir/ir.schema.ts";
import { irArbitrary } from "../../ir/testing/ir-arbitrary.ts";
import { writeModelIr } from "../request/write-model-ir.ts";
import { readLlmReply } from "./read-llm-reply.ts";

const IR = {
  intent: { summary: "Return the number one.", holes: [] },
  signature: { name: "one", parameters: [], returns: "int", holes: [] },
  effects: [{ description: "Return LITERAL 1.", holes: [] }],
  assertions: [{ predicate: "result == 1", holes: [] }],
  constraints: [],
};
const HOLE = { identifier: "h", type_hint: "str", description: "", kind: "intent" };

function withHoles(...holes: unknown[]): string {
  return JSON.stringify({ ...IR, intent: { ...IR.intent, holes } });
}

function problemOf(text: string): string {
  const reading = readLlmReply(text);
  if (reading.ok) throw new Error("it was read");
  return reading.problem;
}

/** Without what a model cannot write: null for "not there", and free evidence. */
function leaveOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leaveOut);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(
    ([key, member]) => member !== null && key !== "evidence",
  );
  return Object.fromEntries(members.map(([key, member]) => [key, leaveOut(member)]));
}

describe("readLlmReply", () => {
  it("gives back every IR that a model can write", () => {
    fc.assert(
      fc.property(irArbitrary, (ir) => {
        const raw = JSON.stringify(ir);
        const reading = readLlmReply(writeModelIr(raw));
        if (!reading.ok) throw new Error(reading.problem);
        const expected = irSchema.parse(leaveOut(JSON.parse(raw)));
        expect(irSchema.parse(JSON.parse(reading.raw))).toEqual(expected);
      }),
    );
  });

  it("writes the IR as a person would: indented, in the order of the schema, nothing empty", () => {
    const { intent, signature, ...rest } = IR;
    const reading = readLlmReply(JSON.stringify({ ...rest, signature, intent }));
    expect(reading).toEqual({
      ok: true,
      raw: JSON.stringify(
        {
          intent: { summary: "Return the number one." },
          signature: { name: "one", parameters: [], returns: "int" },
          effects: [{ description: "Return LITERAL 1." }],
          assertions: [{ predicate: "result == 1" }],
          constraints: [],
        },
        null,
        2,
      ),
    });
  });

  it("turns the conditions of a hole back into a dictionary", () => {
    const constraints = [
      { key: "low", value: "above 3" },
      { key: "__proto__", value: "x" },
    ];
    const reading = readLlmReply(withHoles({ ...HOLE, constraints }));
    if (!reading.ok) throw new Error(reading.problem);
    expect(reading.raw).toContain('"low": "above 3"');
    expect(reading.raw).toContain('"__proto__": "x"');
  });

  it.each([
    ["nothing", "", /not one JSON document/],
    ["prose", "Here is the IR.", /not one JSON document/],
    ["a code fence", `\`\`\`json\n${JSON.stringify(IR)}\n\`\`\``, /not one JSON document/],
    ["text behind the document", `${JSON.stringify(IR)} Done.`, /not one JSON document/],
    ["a document that was cut", JSON.stringify(IR).slice(0, -2), /not one JSON document/],
    ["another document", '{"ok": true}', /not an IR/],
    ["a list", "[]", /not an IR/],
    ["an unknown key", JSON.stringify({ ...IR, note: "x" }), /not an IR.*note/],
    ["a short summary", JSON.stringify({ ...IR, intent: { summary: "short" } }), /not an IR/],
    [
      "a key that is written twice",
      JSON.stringify(IR).replace("{", '{"effects": [],'),
      /\/effects is written more than once/,
    ],
    [
      "a condition that is written twice",
      withHoles({
        ...HOLE,
        constraints: [
          { key: "a", value: "1" },
          { key: "a", value: "2" },
        ],
      }),
      /has the key "a" more than once/,
    ],
    ["conditions of another form", withHoles({ ...HOLE, constraints: ["a"] }), /not an IR/],
  ])("refuses %s", (_, text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });

  it("takes fixed words in any case, as the API may write them, and no other words", () => {
    const write = (type: string, requirement: string) =>
      JSON.stringify({
        ...IR,
        effects: [
          { description: "Accumulate", holes: [{ ...HOLE, kind: "Effect", constraints: [] }] },
        ],
        constraints: [{ type, requirement, search_type: "All_matches", severity: "Error" }],
      });
    const reading = readLlmReply(write("Loop_Constraint", "accumulate"));
    if (!reading.ok) throw new Error(reading.problem);
    expect(JSON.parse(reading.raw)).toMatchObject({
      effects: [{ description: "Accumulate", holes: [{ kind: "effect" }] }],
      constraints: [
        {
          type: "loop_constraint",
          requirement: "ACCUMULATE",
          search_type: "ALL_MATCHES",
          severity: "error",
        },
      ],
    });
    expect(problemOf(write("loop_constraint", "gather"))).toMatch(/not an IR/);
  });

  it("does not fall over hostile depth", () => {
    expect(problemOf("[".repeat(100_000))).toMatch(/not one JSON document/);
  });
});
