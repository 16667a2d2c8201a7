import type { EvidenceInput } from "../evidence.schema.ts";

/**
 * Distinct inputs, the shortest to write first, because a person reads the first one that fails.
 * Of two equal ones that with an expected result stays, then the earlier.
 */
export function sortInputs(inputs: readonly EvidenceInput[]): EvidenceInput[] {
  const byArguments = new Map<string, EvidenceInput>();
  for (const input of inputs) {
    const key = input.arguments.join("\u0000");
    const known = byArguments.get(key);
    if (known === undefined || (known.expected === undefined && input.expected !== undefined)) {
      byArguments.set(key, input);
    }
  }
  return [...byArguments.values()].toSorted((left, right) => measure(left) - measure(right));
}

const measure = (input: EvidenceInput) =>
  input.arguments.reduce((length, source) => length + source.length, 0);
