import { createSeededRandom } from "@foundry/core/negatives/seeded-random";
import { TEMPLATES } from "@foundry/core/prompts/catalogue";
import {
  type Diversity,
  measureDiversity,
} from "@foundry/core/prompts/diversity/measure-diversity";
import { generatePrompts } from "@foundry/core/prompts/generate-prompts";
import { NearDuplicateIndex } from "@foundry/core/prompts/similarity/near-duplicate-index";
import { TemplateDeck } from "@foundry/core/prompts/template-deck";
import { writeNaivePrompts } from "./naive-prompts.ts";

const QUOTA = 300;
/** `npm run bench -- prompts --large` */
const SIZES = process.argv.includes("--large") ? [10_000, 100_000] : [1_000, 10_000];
/** Ten times as many prompts may take this many times as long. */
const LIMIT_GROWTH = 20;

/** Diversity against the naive generator, and what the near-duplicate guard costs as it fills. */
export async function measurePrompts(): Promise<boolean> {
  const ours = measureDiversity(
    generatePrompts({ count: QUOTA, seed: "7" }).records.map(({ prompt }) => prompt),
  );
  const naive = measureDiversity(writeNaivePrompts(QUOTA, createSeededRandom(7)));
  showDiversity("templates", ours);
  showDiversity("naive", naive);
  const isDiverse =
    ours.nearDuplicates === 0 &&
    ours.distinct[1] > naive.distinct[1] &&
    ours.meanNearest < naive.meanNearest;
  const rates = SIZES.map((size) => measureGuard(size));
  const growth = (SIZES[1] ?? 1) / (rates[1] ?? 1) / ((SIZES[0] ?? 1) / (rates[0] ?? 1));
  console.log(
    `  10 times the prompts take ${growth.toFixed(1)} times as long (limit ${LIMIT_GROWTH})`,
  );
  return isDiverse && growth <= LIMIT_GROWTH;
}

function showDiversity(
  name: string,
  { distinct, meanNearest, nearDuplicates, nearest }: Diversity,
) {
  const [one, two, three] = distinct.map((share) => share.toFixed(3));
  console.log(
    `  ${name.padEnd(10)} near-duplicates ${(100 * nearDuplicates).toFixed(1)} %, nearest neighbour ${meanNearest.toFixed(3)} on average, distinct-1/2/3 ${one} ${two} ${three}`,
  );
  console.log(`  ${"".padEnd(10)} nearest neighbour by tenths: ${nearest.join(" ")}`);
}

/** Candidates a second of processor time through the guard alone, written beforehand. */
function measureGuard(size: number): number {
  const texts = writeCandidates(size);
  const index = new NearDuplicateIndex();
  const before = process.cpuUsage();
  let refused = 0;
  for (const [position, text] of texts.entries()) {
    if (index.addUnlessNear(String(position), text) !== null) refused += 1;
  }
  const rate = texts.length / (process.cpuUsage(before).user / 1_000_000);
  console.log(
    `  guard, ${size} candidates: ${rate.toFixed(0)}/s, ${refused} refused, ${index.size} kept`,
  );
  return rate;
}

/** Draws from all templates in turns; where one is used up, its texts come again with a number. */
function writeCandidates(size: number): string[] {
  const random = createSeededRandom(7);
  const decks = TEMPLATES.map((template) => new TemplateDeck(template, random));
  return Array.from({ length: size }, (_, index) => {
    const deck = decks[index % decks.length];
    const instance = deck?.draw() ?? null;
    if (deck === undefined || instance === null) return `Write candidate ${index} of the run.`;
    return deck.template.writePrompt(instance.choice, instance.phrasing);
  });
}
