import type { EvidenceRequest } from "./evidence.schema.ts";

/** Enough for any function that a prompt of a few sentences asks for, on a slow laptop. */
export const EVIDENCE_LIMIT_DEFAULTS: EvidenceRequest["limits"] = {
  seconds: 15,
  memoryMegabytes: 256,
  outputLength: 10_000,
  stepsPerCall: 100_000,
};
