export const evidenceKeys = {
  all: ["evidence"] as const,
  ofSample: (sampleId: number) => [...evidenceKeys.all, sampleId] as const,
};
