import type { z } from "zod";
import { readAnswer, requestStudio } from "./request-studio.ts";
import type { Studio } from "./studio.ts";

/**
 * Sends a JSON body and reads the answer.
 * @throws UnusableInputError with the studio's own sentence when it refuses
 */
export async function postJson<Schema extends z.ZodType>(
  studio: Studio,
  path: string,
  body: object,
  schema: Schema,
): Promise<z.output<Schema>> {
  const response = await requestStudio(studio, path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return readAnswer(response, schema);
}
