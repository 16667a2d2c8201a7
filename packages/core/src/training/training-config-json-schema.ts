import { z } from "zod";
import { trainingConfigFieldsSchema } from "./training-config.schema.ts";

/**
 * The JSON Schema (2020-12) of a training config, for the trainer's contract. Rules that span
 * several fields are not in it; the fixtures beside it cover them.
 */
export function trainingConfigJsonSchema(): object {
  return z.toJSONSchema(trainingConfigFieldsSchema, { target: "draft-2020-12" });
}
