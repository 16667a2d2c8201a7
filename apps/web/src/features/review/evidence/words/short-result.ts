import type { CallResult } from "@foundry/core/evidence/evidence.schema";

/** A result in a cell of a table; empty when the input was not tried. */
export function shortResult(result: CallResult | null): string {
  if (result === null) return "";
  if (result.kind === "returned") return result.repr;
  return result.kind === "raised" ? result.error : `stopped: ${result.limit}`;
}
