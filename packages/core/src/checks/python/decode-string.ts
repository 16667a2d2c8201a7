const SIMPLE: Record<string, string> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ESCAPE =
  /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(N\{[^{}]+\})|([xuUN])|([^]))/g;

const LAST_CODE_POINT = 0x10_ff_ff;

/** The text that the escapes of a Python string stand for, or null when one is malformed. */
export function decodeString(text: string, isBytes: boolean): string | null {
  if (!text.includes("\\")) return text;
  let isWhole = true;
  const decoded = text.replaceAll(
    ESCAPE,
    (
      whole,
      octal?: string,
      hex?: string,
      u4?: string,
      u8?: string,
      name?: string,
      bad?: string,
    ) => {
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      // In bytes only the escapes above exist; the others stand for themselves.
      if (isBytes && bad !== "x") return SIMPLE[whole.slice(1)] ?? whole;
      const code = u4 ?? u8;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        if (point <= LAST_CODE_POINT) return String.fromCodePoint(point);
      }
      if (code !== undefined || bad !== undefined) isWhole = false;
      return name === undefined ? (SIMPLE[whole.slice(1)] ?? whole) : whole;
    },
  );
  return isWhole ? decoded : null;
}
