import { TEMPLATES } from "@foundry/core/prompts/catalogue";
import { TemplateDeck } from "@foundry/core/prompts/template-deck";

/**
 * Prompts of all templates in turns, each in all its phrasings. There are 22,000 that are not near
 * to each other, so their numbers and quoted texts are exchanged for others: most then differ, and
 * the index grows with the candidates.
 */
export function writeVariedPrompts(size: number, random: () => number): string[] {
  const words = writeWords(random);
  const pick = () => words[Math.floor(random() * words.length)] ?? "";
  return drawAll(size, random).map((text) =>
    text
      .replaceAll(/'[^']*'/g, () => `'${pick()} ${pick()}'`)
      .replaceAll(/\b\d+(?:\.\d+)?\b/g, () => String(Math.floor(random() * 10_000))),
  );
}

/** Draws from all templates in turns; where one is used up, one sentence comes with a number. */
export function writeUniformPrompts(size: number, random: () => number): string[] {
  const decks = TEMPLATES.map((template) => new TemplateDeck(template, random));
  return Array.from({ length: size }, (_, index) => {
    const deck = decks[index % decks.length];
    const instance = deck?.draw() ?? null;
    if (deck === undefined || instance === null) return `Write candidate ${index} of the run.`;
    return deck.template.writePrompt(instance.choice, instance.phrasing);
  });
}

function drawAll(size: number, random: () => number): string[] {
  const texts: string[] = [];
  let decks = TEMPLATES.map((template) => new TemplateDeck(template, random));
  while (texts.length < size && decks.length > 0) {
    decks = decks.filter((deck) => {
      const instance = deck.draw();
      if (instance === null) return false;
      for (let phrasing = 0; phrasing < deck.template.phrasingCount; phrasing += 1) {
        texts.push(deck.template.writePrompt(instance.choice, phrasing));
      }
      return true;
    });
  }
  return texts.slice(0, size);
}

/** 3,000 words of two to four syllables. */
function writeWords(random: () => number): string[] {
  const letter = (letters: string) => letters[Math.floor(random() * letters.length)] ?? "";
  const syllable = () => `${letter("bdklmnrstv")}${letter("aeiou")}`;
  return Array.from({ length: 3_000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(""),
  );
}
