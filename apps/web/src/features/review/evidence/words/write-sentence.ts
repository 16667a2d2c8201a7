/** A clause, such as `the run was stopped`, as a sentence. */
export function writeSentence(clause: string): string {
  const text = clause.trim();
  const ending = /[.!?]$/.test(text) ? "" : ".";
  return text === "" ? "" : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${ending}`;
}
