import { expect, it } from "vitest";
import { identifyFinding } from "./identify-finding";
import { readText } from "./read-text";

const read = (text: string, prompt = "") =>
  readText({ documentKey: 1, prompt, text, dismissed: [] });

it("puts a finding at its place in the text", () => {
  const text = '{\n  "intent": { "summary": "short" }\n}';
  const places = read(text).findings.map(({ start, end }) => text.slice(start, end));
  expect(places).toContain('"summary": "short"');
});

it("puts broken JSON where it breaks", () => {
  const text = '{\n  "a": 1,\n  b\n}';
  const [finding] = read(text).findings;
  expect(text.slice(finding?.start, finding?.end)).toBe("b");
});

it("gives each finding an id of its own", () => {
  const { findings } = read('{"a": 1, "a": 2, "b": {}}');
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
});

it("survives a text that is being typed", () => {
  const text = '{"intent": {"summary": "say \\"hi\\""}, "effects": [{"description": "x"}]}';
  for (let length = 0; length <= text.length; length += 1) {
    expect(() => read(text.slice(0, length), "Return 'x'.")).not.toThrow();
  }
});

it("sees no risk in what somebody called not a problem", () => {
  const request = { documentKey: 1, prompt: "", text: '{"intent": {"summary": "x"}}' };
  const all = readText({ ...request, dismissed: [] });
  const dismissed = all.findings.map(identifyFinding);
  const left = readText({ ...request, dismissed });
  expect(left.findings).toHaveLength(all.findings.length);
  expect(left.risk.score).toBeLessThan(all.risk.score);
  expect(readText({ ...request, dismissed: ["another"] }).risk).toEqual(all.risk);
});
