import { IR_LIMITS } from "../ir/ir-limits.ts";
import type { ScanLimits } from "../ir/scan-json.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";

/** A record holds one IR, at most three levels down, and some fields beside it. */
export const RECORD_SCAN_LIMITS: ScanLimits = {
  maxLength: IMPORT_LIMITS.recordBytes,
  maxDepth: IR_LIMITS.maxDepth + 3,
  maxNodes: IR_LIMITS.maxNodes + 1_000,
  maxStringLength: IMPORT_LIMITS.recordBytes,
};
