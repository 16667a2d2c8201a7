import { describe, expect, it } from "vitest";
import { splitInvisible } from "./split-invisible";

describe("splitInvisible", () => {
  it.each([
    ["right-to-left override", "a\u202Eb", "U+202E"],
    ["first strong isolate", "a\u2068b", "U+2068"],
    ["zero-width space", "a\u200Bb", "U+200B"],
    ["zero-width joiner", "a\u200Db", "U+200D"],
    ["zero-width no-break space", "a\uFEFFb", "U+FEFF"],
    ["no-break space", "a\u00A0b", "U+00A0"],
    ["null", "a\u0000b", "U+0000"],
    ["control character", "a\u0085b", "U+0085"],
    ["line separator", "a\u2028b", "U+2028"],
    ["tag character", "a\u{E0041}b", "U+E0041"],
    ["lone surrogate", "a\uD800b", "U+D800"],
  ])("shows a %s", (name, text, code) => {
    expect(splitInvisible(text)).toEqual([{ text: "a" }, { code, name }, { text: "b" }]);
  });

  it.each([
    ["plain text with a line break and a tab", "one\n\ttwo"],
    ["accents, Arabic and Chinese", "é مرحبا 漢字"],
    ["emoji joined from several", "👩‍🚀 👨‍👩‍👧 ❤️‍🔥"],
    ["nothing", ""],
  ])("leaves %s whole", (_name, text) => {
    expect(splitInvisible(text)).toEqual(text === "" ? [] : [{ text }]);
  });
});
