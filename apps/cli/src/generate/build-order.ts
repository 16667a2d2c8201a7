import { fewShotSetSchema } from "@foundry/core/generation/few-shot.schema";
import type { orderGenerationSchema } from "@foundry/core/generation/generation.schema";
import { DEFAULT_MODEL_ID } from "@foundry/core/generation/prices/default-models";
import { providersSchema } from "@foundry/core/generation/provider.schema";
import { z } from "zod";
import { readAnswer, requestStudio } from "../studio/request-studio.ts";
import type { Studio } from "../studio/studio.ts";
import { UnusableInputError } from "../unusable-input-error.ts";
import type { GenerateFlags } from "./generate-flags.ts";

type Order = z.input<typeof orderGenerationSchema>;

/**
 * The order that the flags stand for; names are looked up in the studio.
 * @throws UnusableInputError when it has no endpoint or no set with a name
 */
export async function buildOrder(studio: Studio, flags: GenerateFlags): Promise<Order> {
  const { candidates, repairs, variations, budget, category, limit, fewShots } = flags;
  return {
    ...(await chooseProducer(studio, flags)),
    purpose: variations === undefined ? "irs" : "variations",
    mode: flags.batch === true ? "batch" : "direct",
    variationsPerPrompt: variations ?? null,
    budgetUsd: budget ?? null,
    fewShotSetId: fewShots === undefined ? null : await findSet(studio, fewShots),
    ...(candidates === undefined ? {} : { candidatesPerPrompt: candidates }),
    ...(repairs === undefined ? {} : { repairTurns: repairs }),
    choice: {
      categories: category ?? [],
      limit: limit ?? null,
      withoutIr: variations === undefined,
    },
  };
}

async function chooseProducer(
  studio: Studio,
  { producer, model }: GenerateFlags,
): Promise<Pick<Order, "producer" | "model" | "endpointId">> {
  if (producer === "anthropic") return { producer, model: model ?? DEFAULT_MODEL_ID };
  if (model !== undefined) {
    throw new UnusableInputError(`--model is for anthropic; ${producer} has none to choose.`);
  }
  if (producer === "blueprint") return { producer };
  const answer = await requestStudio(studio, "/api/providers");
  const { endpoints } = await readAnswer(answer, providersSchema);
  const endpoint = endpoints.find(({ name }) => name === producer);
  if (endpoint !== undefined) return { producer: "openai_compatible", endpointId: endpoint.id };
  const names = ["blueprint", "anthropic", ...endpoints.map(({ name }) => name)];
  throw new UnusableInputError(`There is no producer ${producer}. There are: ${names.join(", ")}.`);
}

async function findSet(studio: Studio, name: string): Promise<string> {
  const answer = await requestStudio(studio, "/api/few-shot-sets");
  const sets = await readAnswer(answer, z.array(fewShotSetSchema));
  const newest = sets.find((set) => set.name === name && set.isNewest);
  if (newest !== undefined) return newest.id;
  const names = [...new Set(sets.map((set) => set.name))];
  const known = names.length === 0 ? "There is none yet." : `There are: ${names.join(", ")}.`;
  throw new UnusableInputError(`There is no set of examples called ${name}. ${known}`);
}
