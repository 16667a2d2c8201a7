import { readIr } from "@foundry/core/ir/read-ir";
import { expect, it } from "vitest";
import { locateFinding } from "./locate-finding";

const place = (text: string) =>
  readIr(text).findings.map((finding) => {
    const { start, end } = locateFinding(text, finding);
    return text.slice(start, end);
  });

it("leads each finding to its value, or to the object that misses it", () => {
  const text =
    '{"intent": {"summary": "short"}, "signature": {"name": "f", "parameters": []}, "effects": [{}]}';
  expect(place(text)).toEqual(['"summary": "short"', "{"]);
});

it.each([
  ['{"a": None}', "N"],
  ['{"a": 1,}', "}"],
  ['{"a": ', " "],
  ["", ""],
])("leads broken JSON to where it breaks: %s", (text, found) => {
  expect(place(text)).toEqual([found]);
});
