import { ScanStop } from "./scan-problem.ts";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const JSON_WORDS = new Set(["true", "false", "null"]);

/** What people and models write for a JSON value, with what JSON has in its place. */
const FOREIGN_WORDS: Record<string, string> = {
  None: "write null",
  True: "write true",
  False: "write false",
  undefined: "write null or leave the property out",
  NaN: "JSON has no NaN",
  Infinity: "JSON has no Infinity",
};

/** Offset of the first character from `offset` on that is not JSON white space. */
export function skipWhiteSpace(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/**
 * @param start offset of the opening quote
 * @returns offset behind the closing quote
 */
export function skipString(text: string, start: number, maxLength: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) break;
    if (code === BACKSLASH) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) {
        throw new ScanStop("syntax", `${describeEscape(text, at)} is not a JSON escape`, at);
      }
      at = ESCAPE.lastIndex;
    } else if (code >= FIRST_PRINTABLE) {
      at += 1;
    } else if (Number.isNaN(code)) {
      throw new ScanStop("syntax", "the text ends inside a string", text.length);
    } else {
      const what = describeCharacter(text, at);
      throw new ScanStop("syntax", `${what} in a string must be written as an escape`, at);
    }
  }
  if (at - start - 1 > maxLength) {
    throw new ScanStop("string_too_long", `a string is longer than ${maxLength} characters`, start);
  }
  return at + 1;
}

/** @returns offset behind the number, `true`, `false` or `null` that starts at `start` */
export function skipScalar(text: string, start: number): number {
  NUMBER.lastIndex = start;
  if (NUMBER.test(text)) return NUMBER.lastIndex;
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) {
    throw new ScanStop(
      "syntax",
      `expected a value, found ${describeCharacter(text, start)}`,
      start,
    );
  }
  if (JSON_WORDS.has(word)) return start + word.length;
  const advice = Object.hasOwn(FOREIGN_WORDS, word) ? `; ${FOREIGN_WORDS[word]}` : "";
  throw new ScanStop("syntax", `\`${word.slice(0, 40)}\` is not a JSON value${advice}`, start);
}

export function describeCharacter(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  if (code === undefined) return "the end of the text";
  if (code === 0x0a || code === 0x0d) return "a line break";
  if (code === 0x09) return "a tab";
  if (code === 0xfeff) return "a byte order mark";
  const character = String.fromCodePoint(code);
  if (/[\p{C}\p{Z}]/u.test(character)) {
    return `the character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  }
  return `\`${character}\``;
}

function describeEscape(text: string, offset: number): string {
  if (offset + 1 >= text.length) return "a backslash at the end of the text";
  return `a backslash before ${describeCharacter(text, offset + 1)}`;
}
