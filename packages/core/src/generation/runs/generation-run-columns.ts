/** What a query must load for `presentGenerationRun`. */
export const GENERATION_RUN_INCLUDE = {
  createdBy: { select: { name: true } },
  endpoint: { select: { name: true } },
  fewShotSet: { select: { id: true, name: true, version: true } },
} as const;
