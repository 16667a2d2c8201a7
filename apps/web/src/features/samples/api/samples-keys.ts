import type { SampleFilters } from "../filters/sample-filters";

export const samplesKeys = {
  all: ["samples"] as const,
  list: (filters: SampleFilters) => [...samplesKeys.all, "list", filters] as const,
  evidence: (sampleId: number) => [...samplesKeys.all, "evidence", sampleId] as const,
  detail: (sampleId: number) => [...samplesKeys.all, "detail", sampleId] as const,
};
