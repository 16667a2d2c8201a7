import { boundarySide } from "../ledger/boundary.ts";
import type { IrLiteral } from "../ledger/read-ir-literals.ts";

/** Whether `place` is a comparison with a number that is one off `wanted`. */
export function isMovedPlace(wanted: number, { token, threshold }: IrLiteral): boolean {
  const isComparison = boundarySide(threshold?.comparison ?? null) !== null;
  return isComparison && Math.abs(wanted - token.number) <= 1;
}
