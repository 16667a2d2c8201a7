/** A value with the marker LITERAL before it. Offsets in UTF-16 code units. */
export interface MarkedLiteral {
  /** Where the marker begins. */
  start: number;
  /** Where the value begins. */
  valueStart: number;
  end: number;
  /** As written, quotation marks included. */
  spelling: string;
  /** What is between the quotation marks; null for numbers. */
  text: string | null;
}

const MARKED = /LITERAL\s+('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?)/g;

/** The texts and numbers that are marked in an effect. */
export function listMarkedLiterals(effect: string): MarkedLiteral[] {
  return [...effect.matchAll(MARKED)].map((match) => {
    const spelling = match[1] ?? "";
    const end = match.index + match[0].length;
    return {
      start: match.index,
      valueStart: end - spelling.length,
      end,
      spelling,
      text: /^['"]/.test(spelling) ? spelling.slice(1, -1) : null,
    };
  });
}
