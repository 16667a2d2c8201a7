import { withArticle } from "../words/article.ts";

/** The words of a value as they stand in the text: after the article of its place, if it has one. */
export function writeSlotWords(article: string | null, words: string): string {
  if (article === null) return words;
  const phrase = withArticle(words);
  return article.startsWith("A") ? `A${phrase.slice(1)}` : phrase;
}
