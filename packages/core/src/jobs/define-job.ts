import type { z } from "zod";

/** What the queue needs to know of a job. The handler lives in `workers/src/handlers`. */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  /** Ids only: the rows carry the content. */
  payload: Payload;
  /** Counting the first try. After the last one the job is `failed` and waits for a person. */
  maxAttempts: number;
}

export function defineJob<Payload extends z.ZodType>(definition: JobDefinition<Payload>) {
  return definition;
}

/** A set of jobs by name. A name is part of the stored data: renaming one strands waiting work. */
export type JobCatalogue = Record<string, JobDefinition>;
export type JobPayload<Catalogue extends JobCatalogue, Name extends keyof Catalogue> = z.infer<
  Catalogue[Name]["payload"]
>;
