import { sha256Hex } from "../database/sha256.ts";
import { hasOpenHoles } from "../ir/has-open-holes.ts";
import { identifyIr } from "../ir/identify-ir.ts";
import { irSchema } from "../ir/ir.schema.ts";
import { normaliseText } from "../prompts/similarity/normalise-text.ts";
import { LEFT_OUT_REASONS, type LeftOutReason } from "./left-out-reasons.ts";
import type { DatasetFilters, DatasetTargets } from "./recipe.schema.ts";

/** A reviewed sample that may enter a dataset. */
export interface DatasetCandidate {
  id: number;
  prompt: string;
  category: string | null;
  verdict: DatasetFilters["verdicts"][number];
  origin: NonNullable<DatasetFilters["origins"]>[number];
  /** Who wrote the sample's first IR; null when no model did. */
  provider: string | null;
  /** The prompt has test cases that evaluation runs. */
  isBenchmark: boolean;
  /** A JSON value. */
  ir: unknown;
}

export interface Composition<T> {
  /** In the order of their ids. */
  chosen: T[];
  /** In the order of the reasons; those that hold for nothing are missing. */
  leftOut: { reason: LeftOutReason; count: number; firstIds: number[] }[];
  /** Categories of which there are fewer than asked for. */
  shortfalls: { category: string | null; wanted: number; found: number }[];
}

interface ComposeOptions {
  filters: DatasetFilters;
  targets: DatasetTargets;
  seed: string;
}

const MAX_FIRST_IDS = 5;

/**
 * Chooses the samples of a dataset. Deterministic, whatever the order of the candidates: where
 * there are more than asked for, a hash of id and seed draws, so that a larger target keeps what a
 * smaller one chose.
 */
export function compose<T extends DatasetCandidate>(
  candidates: readonly T[],
  { filters, targets, seed }: ComposeOptions,
): Composition<T> {
  const refused = new Map<LeftOutReason, number[]>();
  const leaveOut = (reason: LeftOutReason, id: number): void => {
    const ids = refused.get(reason);
    if (ids === undefined) refused.set(reason, [id]);
    else ids.push(id);
  };
  const known = new Set<string>();
  const usable = candidates
    .toSorted((left, right) => left.id - right.id)
    .filter((candidate) => {
      const reason = refuse(candidate, filters, known);
      if (reason !== null) leaveOut(reason, candidate.id);
      return reason === null;
    });
  const drawn = new Set(draw(usable, targets, seed));
  const chosen = usable.filter((candidate) => {
    if (!drawn.has(candidate)) leaveOut("target", candidate.id);
    return drawn.has(candidate);
  });
  const reasons = Object.keys(LEFT_OUT_REASONS) as LeftOutReason[];
  return {
    chosen,
    leftOut: reasons.flatMap((reason) => {
      const ids = refused.get(reason) ?? [];
      if (ids.length === 0) return [];
      return [{ reason, count: ids.length, firstIds: ids.slice(0, MAX_FIRST_IDS) }];
    }),
    shortfalls: listShortfalls(usable, targets),
  };
}

function refuse(
  candidate: DatasetCandidate,
  { categories, verdicts, origins, excludedProviders }: DatasetFilters,
  known: Set<string>,
): LeftOutReason | null {
  const { category, verdict, origin, provider, isBenchmark } = candidate;
  if (isBenchmark) return "benchmark";
  if (categories !== null && !categories.includes(category)) return "category";
  if (!verdicts.includes(verdict)) return "verdict";
  if (origins !== null && !origins.includes(origin)) return "origin";
  if (provider !== null && excludedProviders.includes(provider)) return "provider";
  const parsed = irSchema.safeParse(candidate.ir);
  if (!parsed.success) return "schema_invalid";
  if (hasOpenHoles(parsed.data)) return "open_hole";
  const content = [normaliseText(candidate.prompt), identifyIr(candidate.ir)];
  const identity = sha256Hex(JSON.stringify(content));
  if (known.has(identity)) return "duplicate";
  known.add(identity);
  return null;
}

function draw<T extends DatasetCandidate>(
  usable: readonly T[],
  { total, categories }: DatasetTargets,
  seed: string,
): T[] {
  const left = new Map(categories?.map(({ category, count }) => [category, count]));
  const line = usable
    .map((candidate) => ({ candidate, rank: sha256Hex(JSON.stringify([seed, candidate.id])) }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const drawn: T[] = [];
  for (const { candidate } of line) {
    if (total !== null && drawn.length >= total) break;
    const remaining = left.get(candidate.category);
    if (remaining === 0) continue;
    if (remaining !== undefined) left.set(candidate.category, remaining - 1);
    drawn.push(candidate);
  }
  return drawn;
}

function listShortfalls(
  usable: readonly DatasetCandidate[],
  { categories }: DatasetTargets,
): Composition<never>["shortfalls"] {
  return (categories ?? [])
    .map(({ category, count }) => ({
      category,
      wanted: count,
      found: usable.filter((candidate) => candidate.category === category).length,
    }))
    .filter(({ wanted, found }) => found < wanted);
}
