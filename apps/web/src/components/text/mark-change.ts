/** A line cut in three: what it shares with its counterpart at both ends, and what differs between. */
export interface ChangedLine {
  start: string;
  changed: string;
  end: string;
}

const WORD = /[\p{L}\p{N}_]/u;
const OPERATOR = /[<>=!+\-*/%&|]/;

/** What differs between two versions of one line, widened to whole words. */
export function markChange(
  before: string,
  after: string,
): [before: ChangedLine, after: ChangedLine] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  while (isInside(before, start) || isInside(after, start)) start -= 1;
  while (isInside(before, before.length - end) || isInside(after, after.length - end)) end -= 1;
  return [cut(before, start, end), cut(after, start, end)];
}

/** Whether a cut at this offset goes through a word or an operator. */
function isInside(line: string, at: number): boolean {
  const left = line.charAt(at - 1);
  const right = line.charAt(at);
  return [WORD, OPERATOR].some((kind) => kind.test(left) && kind.test(right));
}

function cut(line: string, start: number, end: number): ChangedLine {
  const to = line.length - end;
  return { start: line.slice(0, start), changed: line.slice(start, to), end: line.slice(to) };
}
