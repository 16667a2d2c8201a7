import { ERROR_TYPES } from "@foundry/core/checks/error-types";
import { SKIP_REASONS } from "@foundry/core/reviews/review.schema";

const LABELS = new Map<string, string>(Object.entries({ ...ERROR_TYPES, ...SKIP_REASONS }));

/** The catalogue's words for a reason; one that is not in it any more stays as it was recorded. */
export function describeReason(id: string): string {
  return LABELS.get(id) ?? id;
}
