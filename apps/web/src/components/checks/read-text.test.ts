import { expect, it } from "vitest";
import { readText } from "./read-text";

const read = (text: string, prompt = "") => readText({ documentKey: 1, prompt, text });

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
