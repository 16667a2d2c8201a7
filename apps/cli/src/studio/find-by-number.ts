import { z } from "zod";
import { UnusableInputError } from "../unusable-input-error.ts";
import { readAnswer, requestStudio } from "./request-studio.ts";
import type { Studio } from "./studio.ts";

const pageSchema = z.object({
  rows: z.array(z.object({ id: z.uuid(), number: z.int() })),
  nextCursor: z.uuid().nullable(),
});

/**
 * The id of what people call by its number.
 * @param path of the list, newest first
 * @param noun for the sentence that there is none
 * @throws UnusableInputError
 */
export async function findByNumber(
  studio: Studio,
  { path, number, noun }: { path: string; number: number; noun: string },
): Promise<string> {
  for (let cursor: string | null = ""; cursor !== null;) {
    const query: string = new URLSearchParams({ limit: "200", cursor }).toString();
    const page: z.infer<typeof pageSchema> = await readAnswer(
      await requestStudio(studio, `${path}?${query}`),
      pageSchema,
    );
    const found = page.rows.find((row) => row.number === number);
    if (found !== undefined) return found.id;
    cursor = page.nextCursor;
  }
  throw new UnusableInputError(`There is no ${noun} ${number} in ${studio.url}.`);
}
