import { sha256Hex } from "../database/sha256.ts";
import { normaliseText } from "../prompts/similarity/normalise-text.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { findNearPrompts } from "./find-near-prompts.ts";
import { identifyIr } from "../ir/identify-ir.ts";

/** What decides which items belong together. */
export interface GroupableItem {
  prompt: string;
  /** Null for an item without one. */
  ir: unknown;
  /** Its own name, which others give as their parent. */
  id?: string | null;
  family?: string | null;
  /** The id or the prompt of the item that it derives from, whether that is among the items or not. */
  parent?: string | null;
}

/**
 * Puts together what must not be torn apart by a split: items of one family, of one parent (as far
 * as the lineage goes), with the same prompt apart from case and white space, with prompts that are
 * near-duplicates, and with IRs that say the same. What belongs together through a third item does
 * so too.
 *
 * @returns for each item the name of its group, the same for any order of the items: the smallest
 * of the families in it or, without any, of the prompts
 */
export function groupItems(items: readonly GroupableItem[]): string[] {
  const sets = new DisjointSets();
  const keys = items.map(listKeys);
  for (const own of keys) {
    for (const key of own) sets.join(own[0], key);
  }
  const firsts = listFirsts(keys);
  const prompts = firsts.map((position) => items[position]?.prompt ?? "");
  for (const { left, right } of findNearPrompts(prompts)) {
    sets.join(keys[firsts[left] ?? 0]?.[0] ?? "", keys[firsts[right] ?? 0]?.[0] ?? "");
  }
  const names = nameSets(items, keys, sets);
  return keys.map(([own]) => names.get(sets.find(own)) ?? own);
}

/** Everything that the item shares with those that belong to it; its prompt comes first. */
function listKeys({ prompt, ir, id, family, parent }: GroupableItem): [string, ...string[]] {
  const keys: [string, ...string[]] = [nameByPrompt(prompt)];
  if (isNamed(id)) keys.push(`item ${id}`);
  if (isNamed(family)) keys.push(`family ${family}`);
  if (isNamed(parent)) keys.push(`item ${parent}`, nameByPrompt(parent));
  if (ir !== null && ir !== undefined) keys.push(`ir ${sha256Hex(identifyIr(ir))}`);
  return keys;
}

function nameByPrompt(prompt: string): string {
  return `prompt-${sha256Hex(normaliseText(prompt)).slice(0, 16)}`;
}

function isNamed(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== "";
}

/** The first item with each prompt: equal ones belong together already. */
function listFirsts(keys: readonly [string, ...string[]][]): number[] {
  const firsts = new Map<string, number>();
  for (const [position, [prompt]] of keys.entries()) {
    if (!firsts.has(prompt)) firsts.set(prompt, position);
  }
  return [...firsts.values()];
}

/** The smallest family or, where no item has one, the smallest prompt of each set. */
function nameSets(
  items: readonly GroupableItem[],
  keys: readonly [string, ...string[]][],
  sets: DisjointSets,
): Map<string, string> {
  const byFamily = new Map<string, string>();
  const byPrompt = new Map<string, string>();
  for (const [position, [own]] of keys.entries()) {
    const set = sets.find(own);
    const family = items[position]?.family;
    if (isNamed(family)) keepSmallest(byFamily, set, family);
    keepSmallest(byPrompt, set, own);
  }
  return new Map([...byPrompt, ...byFamily]);
}

function keepSmallest(names: Map<string, string>, set: string, name: string): void {
  const before = names.get(set);
  if (before === undefined || name < before) names.set(set, name);
}
