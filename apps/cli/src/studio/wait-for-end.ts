import { setTimeout as delay } from "node:timers/promises";
import type { z } from "zod";
import type { Progress } from "./progress.ts";
import { readAnswer, requestStudio, StudioUnavailableError } from "./request-studio.ts";
import type { Studio } from "./studio.ts";

const POLL_MS = 500;
/** A studio that restarts is back by then; the work goes on by itself. */
const PATIENCE_MS = 60_000;

/** Work of the studio that is looked at until it is over. */
export interface WatchedWork<Schema extends z.ZodType> {
  /** What is known of it now. */
  started: z.output<Schema>;
  path: string;
  schema: Schema;
  /** In words, for when the studio does not answer. */
  name: string;
  isOver: (work: z.output<Schema>) => boolean;
  describe: (work: z.output<Schema>) => string;
}

/**
 * Asks for the state of some work until it is over.
 * @throws StudioUnavailableError when the studio does not answer for a minute
 */
export async function waitForEnd<Schema extends z.ZodType>(
  studio: Studio,
  { started, path, schema, name, isOver, describe }: WatchedWork<Schema>,
  progress: Progress,
): Promise<z.output<Schema>> {
  let current = started;
  let lastAnswerAt = performance.now();
  while (!isOver(current)) {
    progress.show(describe(current));
    await delay(POLL_MS);
    try {
      current = await readAnswer(await requestStudio(studio, path), schema);
      lastAnswerAt = performance.now();
    } catch (error) {
      const isPatient = performance.now() - lastAnswerAt < PATIENCE_MS;
      if (!(error instanceof StudioUnavailableError) || !isPatient) throw error;
      progress.show(`the studio does not answer; trying again (${name})`);
    }
  }
  return current;
}
