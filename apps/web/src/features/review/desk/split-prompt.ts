import type { LedgerEntry } from "@foundry/core/checks/ledger/ledger-entry";

/** A part of the prompt; `literal` is the index of its literal, or null for the words between. */
export interface PromptPart {
  text: string;
  literal: number | null;
}

/** The prompt in the order of its text, cut at the literals; of two that overlap the first one is marked. */
export function splitPrompt(prompt: string, ledger: readonly LedgerEntry[]): PromptPart[] {
  const marked = ledger
    .map(({ start, end, role }, literal) => ({ start, end, role, literal }))
    .filter(({ role }) => role !== "mention")
    .toSorted((left, right) => left.start - right.start);
  const parts: PromptPart[] = [];
  let at = 0;
  for (const { start, end, literal } of marked) {
    if (start < at || end <= start || end > prompt.length) continue;
    if (start > at) parts.push({ text: prompt.slice(at, start), literal: null });
    parts.push({ text: prompt.slice(start, end), literal });
    at = end;
  }
  if (at < prompt.length) parts.push({ text: prompt.slice(at), literal: null });
  return parts;
}
