import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createSeededRandom } from "@foundry/core/negatives/seeded-random";
import {
  type Diversity,
  measureDiversity,
} from "@foundry/core/prompts/diversity/measure-diversity";
import { generatePrompts } from "@foundry/core/prompts/generate-prompts";
import { NearDuplicateIndex } from "@foundry/core/prompts/similarity/near-duplicate-index";
import { writeNaivePrompts } from "./naive-prompts.ts";
import { writeUniformPrompts, writeVariedPrompts } from "./prompt-candidates.ts";

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc") as () => void;

const QUOTA = 300;
/** `npm run bench -- prompts --large` */
const SIZES = process.argv.includes("--large") ? [10_000, 100_000] : [1_000, 10_000];
/** Ten times as many prompts may take this many times as long. */
const LIMIT_GROWTH = 20;
/** Every other check takes at most so many milliseconds. */
const LIMIT_CHECK_MS = 5;

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
  const guards = [
    await measureGrowth("varied", writeVariedPrompts),
    await measureGrowth("uniform", writeUniformPrompts),
  ];
  return isDiverse && guards.every(Boolean);
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

async function measureGrowth(
  name: string,
  write: (size: number, random: () => number) => string[],
): Promise<boolean> {
  const costs: GuardCost[] = [];
  for (const size of SIZES) {
    // Lets go of what the last one has left on the stack and of code that was only warming up.
    await setImmediate();
    collectGarbage();
    await setImmediate();
    costs.push(measureGuard(name, write(size, createSeededRandom(7))));
  }
  const [small, large] = costs;
  const growth = (large?.seconds ?? 0) / (small?.seconds ?? 1);
  console.log(
    `  10 times the prompts take ${growth.toFixed(1)} times as long (limit ${LIMIT_GROWTH})`,
  );
  return growth <= LIMIT_GROWTH && (large?.checkMs ?? 0) <= LIMIT_CHECK_MS;
}

interface GuardCost {
  /** Processor time of the guard alone. */
  seconds: number;
  /** What half of the checks keep within. */
  checkMs: number;
}

function measureGuard(name: string, texts: readonly string[]): GuardCost {
  const index = new NearDuplicateIndex();
  const times = new Float64Array(texts.length);
  const memory = readMegabytes();
  const before = process.cpuUsage();
  for (const [position, text] of texts.entries()) {
    const start = performance.now();
    index.addUnlessNear(String(position), text);
    times[position] = performance.now() - start;
  }
  const seconds = process.cpuUsage(before).user / 1_000_000;
  const checkMs = times.toSorted()[Math.floor(texts.length * 0.5)] ?? 0;
  const megabytes = readMegabytes() - memory;
  console.log(
    `  guard, ${texts.length} ${name} candidates: ${(texts.length / seconds).toFixed(0)}/s, ${index.size} kept, half of the checks within ${checkMs.toFixed(2)} ms (limit ${LIMIT_CHECK_MS}), ${megabytes.toFixed(0)} MB`,
  );
  return { seconds, checkMs };
}

/** What is in use once everything that nobody needs has been cleared away. */
function readMegabytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}
