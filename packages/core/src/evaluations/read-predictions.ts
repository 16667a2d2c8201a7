import { createInterface } from "node:readline";
import { z } from "zod";
import type { Storage } from "../storage/storage.ts";
import { EVALUATED_MODELS, type EvaluatedModel } from "./evaluation.schema.ts";

const predictionSchema = z.looseObject({
  id: z.string(),
  model: z.enum(EVALUATED_MODELS),
  output: z.string(),
  stop_reason: z.string().nullish(),
  output_tokens: z.int().nullish(),
  latency_ms: z.number().nullish(),
});
export type Prediction = z.infer<typeof predictionSchema>;

/** What the runner sent cannot be scored; the message says why. */
export class BadPredictionsError extends Error {}

/**
 * The answers that a runner sent, by model and row id. Each model must have answered each item
 * once, because a figure over fewer items would not be the one that it says it is.
 *
 * @param ids of the rows of the split
 * @throws BadPredictionsError
 */
export async function readPredictions(
  storage: Storage,
  storageKey: string,
  ids: readonly string[],
): Promise<Record<EvaluatedModel, Map<string, Prediction>>> {
  const found = { base: new Map<string, Prediction>(), adapter: new Map<string, Prediction>() };
  const known = new Set(ids);
  let line = 0;
  const lines = createInterface({ input: storage.read(storageKey), crlfDelay: Infinity });
  for await (const text of lines) {
    line += 1;
    if (text.trim() === "") continue;
    const prediction = readLine(text, line);
    if (!known.has(prediction.id)) {
      throw new BadPredictionsError(`Line ${line} answers a row that is not of the test split.`);
    }
    if (found[prediction.model].has(prediction.id)) {
      throw new BadPredictionsError(`Line ${line} answers a row for the second time.`);
    }
    found[prediction.model].set(prediction.id, prediction);
  }
  for (const model of EVALUATED_MODELS) {
    const missing = ids.length - found[model].size;
    if (missing > 0) {
      throw new BadPredictionsError(`The ${model} model's answers to ${missing} rows are missing.`);
    }
  }
  return found;
}

function readLine(text: string, line: number): Prediction {
  try {
    return predictionSchema.parse(JSON.parse(text));
  } catch {
    // What exactly is wrong with it helps nobody: the file is the runner's own.
    throw new BadPredictionsError(`Line ${line} is not an answer in the form that is asked for.`);
  }
}
