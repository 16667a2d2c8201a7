import type { JsonSchema } from "../../ir/ir-json-schema.ts";
import type { ProducerRequest } from "../producers/producer.ts";
import { delimit } from "./delimit.ts";
import { VARIATION_INSTRUCTIONS } from "./variation-instructions.ts";

/** The reply of a request for variations. */
const VARIATIONS_SCHEMA: JsonSchema = {
  type: "object",
  properties: {
    variations: {
      type: "array",
      description: "The new descriptions, each complete in itself.",
      items: { type: "string" },
    },
  },
  required: ["variations"],
  additionalProperties: false,
};

/** The request for new descriptions that are like one that is there. */
export function buildVariationRequest({
  prompt,
  category,
  count,
  model,
  effort,
  maxTokens,
}: {
  /** The description that is varied. */
  prompt: string;
  category: string | null;
  count: number;
  model: string;
  effort: ProducerRequest["effort"];
  maxTokens: number;
}): ProducerRequest {
  const kind = category === null ? [] : [delimit("category", category)];
  const what = count === 1 ? "1 variation" : `${count} variations, each different from the others,`;
  const question = `Write ${what} of this description.`;
  return {
    model,
    effort,
    system: [VARIATION_INSTRUCTIONS],
    turns: [
      {
        role: "user",
        text: [question, delimit("function_description", prompt), ...kind].join("\n\n"),
      },
    ],
    schema: VARIATIONS_SCHEMA,
    maxTokens,
  };
}
