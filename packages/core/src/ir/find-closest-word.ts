const LONGEST_WORD = 64;

/**
 * The candidate that `word` is most likely a slip of: same letters apart from case and separators,
 * or at most a third of its letters wrong. Undefined when none is near.
 */
export function findClosestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const letters = keepLetters(word);
  let best: string | undefined;
  let bestDistance = Math.floor(letters.length / 3) + 1;
  for (const candidate of candidates) {
    const distance = countEdits(letters, keepLetters(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function keepLetters(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]/g, "");
}

/** Levenshtein distance. */
function countEdits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const substitution = from[row - 1] === to[column - 1] ? 0 : 1;
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + substitution,
        ),
      );
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
