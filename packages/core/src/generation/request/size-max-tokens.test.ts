import { describe, expect, it } from "vitest";
import { generatePrompts } from "../../prompts/generate-prompts.ts";
import { buildPromptBlueprint } from "../../prompts/build-prompt-blueprint.ts";
import { makeGenerationRequest } from "../testing/make-request.ts";
import { estimateTokens } from "./estimate-tokens.ts";
import { measureRequest } from "./measure-request.ts";
import { sizeMaxTokens } from "./size-max-tokens.ts";
import { writeModelIr } from "./write-model-ir.ts";

describe("sizeMaxTokens", () => {
  it("leaves twice the room that a right IR takes", () => {
    for (const record of generatePrompts({ count: 60, seed: "size" }).records) {
      const reply = writeModelIr(JSON.stringify(buildPromptBlueprint(record).ir));
      const call = { promptText: record.prompt, effort: "low", modelMaxTokens: null } as const;
      expect(sizeMaxTokens(call)).toBeGreaterThan(2 * estimateTokens(reply));
    }
  });

  it("gives more room to think, more to a long prompt, and never more than the model has", () => {
    const call = { promptText: "Short.", effort: "low", modelMaxTokens: null } as const;
    expect(sizeMaxTokens({ ...call, effort: "high" })).toBeGreaterThan(sizeMaxTokens(call));
    const long = { ...call, promptText: "word ".repeat(1000) };
    expect(sizeMaxTokens(long)).toBeGreaterThan(sizeMaxTokens(call));
    expect(sizeMaxTokens({ ...long, modelMaxTokens: 3000 })).toBe(3000);
    expect(sizeMaxTokens({ ...call, promptText: "word ".repeat(1_000_000) })).toBe(20_000);
  });
});

describe("measureRequest", () => {
  it("tells requests apart, and knows the same one again", () => {
    const first = measureRequest(makeGenerationRequest());
    expect(measureRequest(makeGenerationRequest())).toEqual(first);
    const others = [
      makeGenerationRequest({ slot: 1 }),
      makeGenerationRequest({ prompt: "Other." }),
      makeGenerationRequest({ maxTokens: 1 }),
      makeGenerationRequest({ effort: "low" }),
      makeGenerationRequest({ model: "m" }),
    ].map((request) => measureRequest(request).sha256);
    expect(new Set([first.sha256, ...others]).size).toBe(6);
  });

  it("counts bytes, not characters", () => {
    const plain = measureRequest(makeGenerationRequest({ prompt: "ee" })).bytes;
    expect(measureRequest(makeGenerationRequest({ prompt: "éé" })).bytes).toBe(plain + 2);
  });
});
