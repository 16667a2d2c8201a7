/** Text to show as it is, or one character that would not be seen or would reorder what is. */
export type VisiblePart = { text: string } | { code: string; name: string };

const NAMES: Record<number, string> = {
  0x00: "null",
  0x1b: "escape",
  0x7f: "delete",
  0xa0: "no-break space",
  0xad: "soft hyphen",
  0x61c: "Arabic letter mark",
  0x180e: "Mongolian vowel separator",
  0x200b: "zero-width space",
  0x200c: "zero-width non-joiner",
  0x200d: "zero-width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x2028: "line separator",
  0x2029: "paragraph separator",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "pop directional formatting",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x202f: "narrow no-break space",
  0x2060: "word joiner",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first strong isolate",
  0x2069: "pop directional isolate",
  0x3000: "ideographic space",
  0x3164: "Hangul filler",
  0xfeff: "zero-width no-break space",
  0xfffc: "object replacement character",
};

/** A joiner between pictographs is how an emoji is written, so that one stays. */
const INVISIBLE =
  /(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})|[\u00A0\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u2028\u2029\u202A-\u202F\u2060-\u2069\u3000\u3164\uFEFF\uFFFC]|[\u{E0000}-\u{E007F}]|(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

/** Splits a text so that bidirectional controls, zero-width and control characters can be shown. */
export function splitInvisible(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let shownTo = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    if (match.index > shownTo) parts.push({ text: text.slice(shownTo, match.index) });
    parts.push(describeCharacter(match[0]));
    shownTo = match.index + match[0].length;
  }
  if (shownTo < text.length) parts.push({ text: text.slice(shownTo) });
  return parts;
}

function describeCharacter(character: string): VisiblePart {
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  const fallback =
    point >= 0xe0000 ? "tag character" : point >= 0xd800 ? "lone surrogate" : "control character";
  return { code, name: NAMES[point] ?? fallback };
}
