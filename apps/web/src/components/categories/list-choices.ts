import type { CategoryCount } from "@foundry/core/samples/sample.schema";
import { formatCount } from "../format/format-count";
import { formatName } from "../text/format-name";

export interface Choice {
  value: string;
  label: string;
}

/** What can be chosen of one field, with how many samples each has; the most frequent first. */
export function listChoices(
  counts: readonly CategoryCount[],
  field: "category" | "complexity",
): Choice[] {
  const totals = new Map<string, number>();
  for (const row of counts) {
    const value = row[field];
    if (value !== null) totals.set(value, (totals.get(value) ?? 0) + row.count);
  }
  return [...totals]
    .toSorted(([one, first], [other, second]) => second - first || one.localeCompare(other))
    .map(([value, count]) => ({ value, label: `${formatName(value)} (${formatCount(count)})` }));
}
