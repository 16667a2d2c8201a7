import type { Database } from "../client.ts";
import { type MadeSample, makeCorpus, type SampleOptions } from "./make-corpus.ts";

/** One prompt with its IR, waiting in the queue. */
export async function makeSample(db: Database, options: SampleOptions = {}): Promise<MadeSample> {
  const [sample] = await makeCorpus(db, { samples: 1, each: () => options });
  if (!sample) throw new Error("no sample was made");
  return sample;
}
