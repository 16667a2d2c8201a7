import { openVariationFilter } from "../expansion/open-variation-filter.ts";
import type { StopReason } from "../generation.schema.ts";
import { createUsageGuess } from "../pace/usage-guess.ts";
import { paceKey } from "../pace/pace-key.ts";
import { priceEndpoint } from "../prices/price-endpoint.ts";
import { readModelPrices } from "../prices/read-model-prices.ts";
import { openProducer } from "../producers/open-producer.ts";
import type { ModelPrices } from "../provider.schema.ts";
import type { Drive, ModelDrive, ProviderAccess } from "./drive.ts";
import { readFewShots } from "./read-few-shots.ts";

/** Everything that a driver needs to ask the model of its run, or why it cannot. */
export async function openModel(
  access: ProviderAccess,
  drive: Drive,
): Promise<ModelDrive | { obstacle: StopReason; message: string }> {
  const { run, context } = drive;
  const { db } = context;
  if (run.producer === "blueprint") throw new Error("blueprints ask no model");
  const { producer, endpointId } = run;
  const opened = await openProducer(db, { producer, endpointId, ...access });
  if ("obstacle" in opened) return opened;
  const terms = await readTerms(drive);
  return {
    ...drive,
    ...terms,
    producer: opened,
    fewShots: await readFewShots(db, run.fewShotSetId),
    variationFilter:
      run.purpose === "variations" ? await openVariationFilter(db, context.signal) : null,
    paceKey: paceKey(opened.provider, terms.model),
    usage: createUsageGuess(),
    limitedCount: 0,
  };
}

/** What the model is called, costs and can write at most. */
async function readTerms({ run, context }: Drive): Promise<{
  model: string;
  prices: ModelPrices | null;
  modelMaxTokens: number | null;
}> {
  const { db } = context;
  if (run.endpointId !== null) {
    const endpoint = await db.producerEndpoint.findUniqueOrThrow({ where: { id: run.endpointId } });
    const prices = priceEndpoint(endpoint);
    return { model: run.model ?? endpoint.model, prices, modelMaxTokens: null };
  }
  const model = run.model ?? "";
  const { prices, maxTokens } = await readModelPrices(db, model);
  return { model, prices, modelMaxTokens: maxTokens };
}
