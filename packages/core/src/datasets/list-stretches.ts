import { normaliseText } from "../prompts/similarity/normalise-text.ts";

const WORDS_PER_STRETCH = 3;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/**
 * The 3-word stretches of a prompt, without its case, punctuation and white space. A prompt of fewer
 * words is one stretch; one without words is compared as it is.
 */
export function listStretches(prompt: string): Set<string> {
  const text = normaliseText(prompt);
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return new Set([text]);
  const last = Math.max(words.length - WORDS_PER_STRETCH, 0);
  return new Set(
    Array.from({ length: last + 1 }, (_, start) =>
      words.slice(start, start + WORDS_PER_STRETCH).join(" "),
    ),
  );
}
