import type { CheckSubject } from "../../check-subject.ts";

/** Words after which a word is a thing of the sentence and no name out of nowhere. */
const BEFORE =
  "the|a|an|each|every|any|this|that|its|their|whose|one|first|last|next|current|previous|remaining|" +
  "new|running|single|whole|no|all|of|both|two|three|index|indices|position|key|element|elements|item|" +
  "value|character|digit|number|pair|integer|variable|list|dictionary|set|string|flag|counter|as|and|" +
  "with|customer's|other|same|smallest|largest|longest|shortest|maximum|minimum|total|resulting|range";
const AFTER = "is the|is a|is an|be the|denotes|means|stands for|holds|=(?!=)";

/** What one calls an element without having introduced it, once a loop is spoken of. */
const ELEMENTS = new Set(
  "value item element entry char character digit letter word number row record key pair line node member object".split(
    " ",
  ),
);
const LOOP =
  /\b(?:each|every|all|any|go through|iterate|loop|one by one|in order|list of|first|last)\b/i;

/**
 * Whether the effects up to one of them, or the description of a parameter, speak of a word as a
 * thing: "each reading", "at index i", "where total is the sum".
 */
export function isMentionedAsThing(
  name: string,
  { ir, effects }: CheckSubject,
  index: number,
): boolean {
  const mention = new RegExp(
    String.raw`(?:\b(?:${BEFORE})|,|\()\s+\(?${name}\b(?![\[(]|\.\w)|\b${name}\s+(?:${AFTER})`,
    "i",
  );
  const texts = [
    ...effects.slice(0, index + 1).map(({ text }) => text),
    ...ir.signature.parameters.map(({ description }) => description ?? ""),
  ];
  if (ELEMENTS.has(name) && texts.some((text) => LOOP.test(text))) return true;
  return texts.some((text) => mention.test(text));
}
