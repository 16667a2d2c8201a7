import { editDistance } from "./edit-distance.ts";

/** Longer texts are compared whole only. */
const MAX_LENGTH = 80;

/** Whether a text is most likely a slip for another: other case, `NA` for `N/A`, a letter or two. */
export function isNearText(wanted: string, given: string): boolean {
  if (wanted === given || wanted.length > MAX_LENGTH || given.length > MAX_LENGTH) return false;
  if (isLookAlike(wanted, given)) return true;
  if (wanted.trim() === "" || given.trim() === "") return false;
  const plainWanted = keepWordUnits(wanted);
  if (plainWanted !== "" && plainWanted === keepWordUnits(given)) return true;
  if (wanted.length < 3) return false;
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  if (editDistance(wanted.toLowerCase(), given.toLowerCase(), limit) <= limit) return true;
  return plainWanted.length >= 4 && isShortened(wanted.toLowerCase(), given.toLowerCase());
}

/** Marks that are taken for one another. */
const LOOK_ALIKES = [".,;:", "-_~–", "/\\|", "'\"`", "<>", "()", "[]"];
const MARKS = /^[^\p{L}\p{N}\s]{1,4}$/u;

/** `'-'` and `'_'`, `'...'` and `',..'`, a line break and what is left of one. */
export function isLookAlike(wanted: string, given: string): boolean {
  if (wanted === "\n") return given === "\\N" || (given.length === 2 && given.startsWith("\n"));
  if (wanted.length !== given.length || !MARKS.test(wanted) || !MARKS.test(given)) return false;
  return [...wanted].every((mark, index) => {
    const other = given[index] ?? "";
    return mark === other || LOOK_ALIKES.some((row) => row.includes(mark) && row.includes(other));
  });
}

/** `'https//'` for `'https://'`, `'p-'` for `'P-'`, `',..'` for `'...'`. */
export function isSameButForMarks(wanted: string, given: string): boolean {
  if (wanted === given) return false;
  const plain = keepWordUnits(wanted);
  return isLookAlike(wanted, given) || (plain !== "" && plain === keepWordUnits(given));
}

function keepWordUnits(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** "too short" and "short", "error: no data" and "no data". */
function isShortened(wanted: string, given: string): boolean {
  const [short, long] = wanted.length < given.length ? [wanted, given] : [given, wanted];
  const isPart = long.startsWith(short) || long.endsWith(short);
  return isPart && short.length >= 5 && short.length * 2 >= long.length;
}
