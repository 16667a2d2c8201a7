import fc from "fast-check";
import { expect, it } from "vitest";
import { splitJsonLines } from "./split-json-lines";

it("tells keys from strings", () => {
  const [line = []] = splitJsonLines('{"a" : "b", "c": [null, 1]}');
  const named = line.filter(({ kind }) => kind !== "space" && kind !== "punctuation");
  expect(named.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'key "a"',
    'string "b"',
    'key "c"',
    "word null",
    "number 1",
  ]);
});

it("loses nothing, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const lines = splitJsonLines(text).map((pieces) =>
        pieces.map((piece) => piece.text).join(""),
      );
      expect(lines).toEqual(text.split(/\r\n|\r|\n/));
    }),
  );
});
