/** JSON text needs none of these between its tokens. */
const SPACE = " \t\n\r";
/** A token ends before and after each of these, white space or not. */
const EDGES = '{}[]:,"';

/**
 * Whether two texts differ in nothing but white space between the tokens of JSON. Looks at each
 * character once and ends at the first difference, so that it can be asked with every key.
 */
export function hasSameContent(left: string, right: string): boolean {
  if (left === right) return true;
  let at = 0;
  let other = 0;
  let isInString = false;
  for (;;) {
    if (!isInString) {
      const [start, otherStart] = [at, other];
      at = skipSpace(left, at);
      other = skipSpace(right, other);
      const isParted = at > start !== other > otherStart;
      if (isParted && !isEdge(left[start - 1]) && !isEdge(left[at])) return false;
    }
    const character = left[at];
    if (character !== right[other]) return false;
    if (character === undefined) return true;
    if (isInString && character === "\\") {
      at += 1;
      other += 1;
      if (left[at] !== right[other]) return false;
    } else if (character === '"') isInString = !isInString;
    // A string that is being typed ends with its line.
    else if (character === "\n" || character === "\r") isInString = false;
    at += 1;
    other += 1;
  }
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && SPACE.includes(text.charAt(at))) at += 1;
  return at;
}

/** The ends of the text are edges too. */
function isEdge(character: string | undefined): boolean {
  return character === undefined || EDGES.includes(character);
}
