import type { TokenUsage } from "../producers/producer.ts";

/** What the calls of a run are expected to use, and where that comes from. */
export interface ExpectedUsage {
  basis: "measured" | "assumed";
  /** Earlier calls that were looked at. */
  basisCount: number;
  callCount: number;
  /** Of all calls together; shares of a token are kept. */
  usage: TokenUsage;
  /** What the cost of `usage` is multiplied with at either end. */
  range: { low: number; high: number };
}
