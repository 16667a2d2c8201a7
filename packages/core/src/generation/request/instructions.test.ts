import { describe, expect, it } from "vitest";
import { checkIr } from "../../checks/check-ir.ts";
import { sha256Hex } from "../../database/sha256.ts";
import { buildGenerationRequest } from "./build-request.ts";
import { buildVariationRequest } from "./build-variation-request.ts";
import { INSTRUCTIONS, PROMPT_VERSION, SLOT_ANGLES } from "./instructions.ts";
import { VARIATION_PROMPT_VERSION } from "./variation-instructions.ts";
import { WORKED_EXAMPLE } from "./worked-example.ts";

/**
 * Hashes of all that is sent, by version. When one of the two tests below fails, the words have
 * changed: raise the version and write its hash down; never change the hash of an old version.
 */
const SENT_BY_VERSION: Record<string, string> = {
  "ir-1": "cecb8cf7b7cfa2763f82322a307c7c641a0fcbf14e2c80750850d86825b9282c",
  "variations-1": "71fff1b7a8eea79c7124f89f355d7accf56c96312a7d5744e361eb25b53d30ec",
};

const common = { model: "m", effort: null, maxTokens: 1 } as const;

function writeEverything(): string {
  const fewShots = [{ prompt: "P", ir: JSON.stringify(WORKED_EXAMPLE.ir) }];
  const first = { prompt: "Q", fewShots, turn: 0, history: [], ...common };
  const history = [{ reply: "R", problems: ["one", "two"] }];
  return JSON.stringify([
    ...SLOT_ANGLES.map((_, slot) => buildGenerationRequest({ ...first, slot })),
    buildGenerationRequest({ ...first, slot: 0, turn: 1, history }),
  ]);
}

describe("the instructions", () => {
  it("keep their words within a version", () => {
    expect(sha256Hex(writeEverything())).toBe(SENT_BY_VERSION[PROMPT_VERSION]);
  });

  it("keep the words for variations within a version", () => {
    const sent = [1, 3].map((count) =>
      buildVariationRequest({ prompt: "Q", category: "control_flow", count, ...common }),
    );
    expect(sha256Hex(JSON.stringify(sent))).toBe(SENT_BY_VERSION[VARIATION_PROMPT_VERSION]);
  });

  it("show an example that no check has anything to say about", () => {
    const { prompt, ir } = WORKED_EXAMPLE;
    const { isSchemaValid, findings } = checkIr(prompt, JSON.stringify(ir));
    expect({ isSchemaValid, findings }).toEqual({ isSchemaValid: true, findings: [] });
  });

  it("are long enough for a provider to keep, and short enough to pay for", () => {
    expect(INSTRUCTIONS.length).toBeGreaterThan(6000);
    expect(INSTRUCTIONS.length).toBeLessThan(14_000);
  });

  it("ask for several replies in several ways", () => {
    expect(new Set(SLOT_ANGLES).size).toBe(SLOT_ANGLES.length);
    expect(SLOT_ANGLES).toHaveLength(8);
  });
});
