import { promptRunSchema } from "@foundry/core/prompt-runs/prompt-run.schema";
import { PROMPT_CATEGORIES } from "@foundry/core/prompts/prompt-category";
import { postJson } from "../studio/post-json.ts";
import type { Progress } from "../studio/progress.ts";
import type { Studio } from "../studio/studio.ts";
import { waitForEnd } from "../studio/wait-for-end.ts";
import { UnusableInputError } from "../unusable-input-error.ts";

/**
 * Has the studio write prompts from its templates, divided evenly among the categories.
 * @returns the id of the run that wrote them
 * @throws UnusableInputError when a category is none of the templates', or the run fails
 */
export async function writePrompts(
  studio: Studio,
  { count, seed, categories }: { count: number; seed: string; categories: readonly string[] },
  progress: Progress,
): Promise<string> {
  const chosen = PROMPT_CATEGORIES.filter(
    (category) => categories.length === 0 || categories.includes(category),
  );
  if (chosen.length === 0) {
    throw new UnusableInputError(`The templates write ${PROMPT_CATEGORIES.join(", ")} only.`);
  }
  const quotas = Object.fromEntries(
    chosen.map((category, index) => [category, Math.floor((count + index) / chosen.length)]),
  );
  const started = await postJson(studio, "/api/prompt-runs", { seed, quotas }, promptRunSchema);
  const ended = await waitForEnd(
    studio,
    {
      started,
      path: `/api/prompt-runs/${started.id}`,
      schema: promptRunSchema,
      name: `prompt run ${started.id}`,
      isOver: ({ state }) => state !== "waiting" && state !== "running",
      describe: ({ doneCount }) => `writing prompts: ${doneCount} of ${count}`,
    },
    progress,
  );
  if (ended.state === "done") return ended.id;
  throw new UnusableInputError(
    `The prompts were not written: ${ended.error ?? "somebody cancelled the run"}.`,
  );
}
