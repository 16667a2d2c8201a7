import type { ScanLimits } from "./scan-json.ts";

/** What one IR may be. Lengths are UTF-16 code units; the outermost object has depth 1. */
export const IR_LIMITS: ScanLimits = {
  maxLength: 1_000_000,
  maxDepth: 64,
  maxNodes: 100_000,
  maxStringLength: 1_000_000,
};
