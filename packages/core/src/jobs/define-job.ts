import type { z } from "zod";

/**
 * A queue and hands of its own: work of many minutes in one lane leaves the jobs of the others alone.
 * `main` is for everything that has no need of that.
 */
export const JOB_LANES = ["main", "llm"] as const;
export type JobLane = (typeof JOB_LANES)[number];

/** What the queue needs to know of a job. The handler lives in `workers/src/handlers`. */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  /** Ids only: the rows carry the content. */
  payload: Payload;
  /** Counting the first try. After the last one the job is `failed` and waits for a person. */
  maxAttempts: number;
  /** Left out: `main`. */
  lane?: JobLane;
}

export function defineJob<Payload extends z.ZodType>(definition: JobDefinition<Payload>) {
  return definition;
}

/** A set of jobs by name. A name is part of the stored data: renaming one strands waiting work. */
export type JobCatalogue = Record<string, JobDefinition>;
export type JobPayload<Catalogue extends JobCatalogue, Name extends keyof Catalogue> = z.infer<
  Catalogue[Name]["payload"]
>;
