import type { Ir } from "../../ir/ir.schema.ts";
import { findAlteredPlaces, findLeftovers, type Leftovers } from "./find-altered-places.ts";
import { findAlteredBeside } from "./find-altered-beside.ts";
import { type BarePlace, findBarePlaces } from "./find-bare-places.ts";
import { isExactPlace, isSameButForCase } from "./is-exact-place.ts";
import type { LedgerStatus } from "./ledger-entry.ts";
import { isReturnedAt, needsMarker } from "./needs-marker.ts";
import type { PromptLiteral } from "./prompt-literal.ts";
import { type IrLiteral, readIrLiterals } from "./read-ir-literals.ts";
import { readIrTexts } from "./read-ir-texts.ts";
import { readPromptLiterals } from "./read-prompt-literals.ts";

/** A literal of the prompt with everything that the IR has for it. */
export interface LinkedLiteral {
  literal: PromptLiteral;
  status: LedgerStatus;
  exact: readonly IrLiteral[];
  /** Exact, but without quotation marks. */
  bare: readonly BarePlace[];
  /** Most likely meant, but wrong. */
  altered: readonly IrLiteral[];
}

const known = new WeakMap<Ir, { prompt: string; linked: readonly LinkedLiteral[] }>();

/** Links every literal of the prompt with its places in the IR. Read once per prompt and IR. */
export function linkLiterals(prompt: string, ir: Ir): readonly LinkedLiteral[] {
  const last = known.get(ir);
  if (last?.prompt === prompt) return last.linked;
  const linked = link(prompt, ir);
  known.set(ir, { prompt, linked });
  return linked;
}

function link(prompt: string, ir: Ir): LinkedLiteral[] {
  const names = new Set(ir.signature.parameters.map(({ name }) => name));
  const literals = readPromptLiterals(prompt, names.add(ir.signature.name));
  if (literals.length === 0) return [];
  const places = readIrLiterals(ir);
  const exact = literals.map((literal) => places.filter((place) => isExactPlace(literal, place)));
  const leftovers = findLeftovers(prompt, literals, exact, places);
  return literals.map((literal, index) => linkOne(literal, exact[index] ?? [], leftovers, ir));
}

function linkOne(
  literal: PromptLiteral,
  found: readonly IrLiteral[],
  leftovers: Leftovers,
  ir: Ir,
): LinkedLiteral {
  const exact = chooseExact(literal, found, leftovers);
  const inEffects = exact.filter(({ source }) => source.area === "effect");
  const bare = inEffects.length > 0 ? [] : findBarePlaces(literal, readIrTexts(ir));
  const altered =
    inEffects.length > 0
      ? findAlteredBeside(literal, inEffects, leftovers)
      : findAltered(literal, exact, leftovers);
  return { literal, exact, bare, altered, status: judge(literal, exact, bare, altered) };
}

/** Words that only imply a number ("negative" for 0) count when nothing names it. */
function chooseExact(
  literal: PromptLiteral,
  exact: readonly IrLiteral[],
  { folding, unexplained }: Leftovers,
): readonly IrLiteral[] {
  const folds = literal.kind === "text" && (folding.lower || folding.upper);
  if (folds && !exact.some(({ source }) => source.area === "effect")) {
    const folded = unexplained.filter((place) => isSameButForCase(literal, place, folding));
    const inEffects = folded.filter(({ source }) => source.area === "effect");
    if (inEffects.length > 0) return inEffects;
  }
  const named = exact.filter(({ isImplied }) => !isImplied);
  return named.length > 0 || literal.role === "mention" ? named : exact;
}

/** A predicate that has the literal right outweighs a number in an effect that merely looks near. */
function findAltered(
  literal: PromptLiteral,
  exact: readonly IrLiteral[],
  leftovers: Leftovers,
): IrLiteral[] {
  const near = findAlteredPlaces(literal, leftovers, "effect");
  const isResult = literal.kind === "number" && literal.isResult;
  const inEffects = isResult ? near.filter(isResultPlace) : near;
  if (exact.length === 0) {
    return inEffects.length > 0 ? inEffects : findAlteredPlaces(literal, leftovers, "assertion");
  }
  return inEffects.filter(({ isMarked, threshold }) => isMarked || threshold !== null);
}

/** A number to return is no index and no boundary. */
function isResultPlace(place: IrLiteral): boolean {
  return place.isMarked || isReturnedAt(place);
}

function judge(
  literal: PromptLiteral,
  exact: readonly IrLiteral[],
  bare: readonly BarePlace[],
  altered: readonly IrLiteral[],
): LedgerStatus {
  const inEffects = exact.filter(({ source }) => source.area === "effect");
  if (inEffects.length > 0) return needsMarker(literal, inEffects) ? "unmarked" : "found";
  if (bare.some(({ path, isMarked }) => path.startsWith("/effects/") && !isMarked)) {
    return "unmarked";
  }
  if (altered.length > 0) return "altered";
  return exact.length > 0 || bare.length > 0 ? "found" : "missing";
}
