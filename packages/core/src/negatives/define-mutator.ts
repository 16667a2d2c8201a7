import type { ErrorType } from "../checks/error-types.ts";
import { type Ir, irSchema } from "../ir/ir.schema.ts";
import type { Edit, EditSource, IrDraft } from "./edit.ts";
import type { Mutation, Mutator } from "./mutator.ts";

/**
 * A mutator from the slips that it can make. They come in groups, one for each way to err, and each
 * group is as likely as any other, however many places it has in an IR.
 */
export function defineMutator(
  errorType: ErrorType,
  listEdits: (source: EditSource) => Edit[][],
): Mutator {
  return {
    errorType,
    mutate: (prompt, ir, random) => {
      const parsed = irSchema.safeParse(ir);
      if (!parsed.success) return null;
      const groups = listEdits(createSource(prompt, parsed.data)).filter(
        ({ length }) => length > 0,
      );
      return applyAny(ir, groups, random);
    },
  };
}

function createSource(prompt: string, ir: Ir): EditSource {
  return {
    prompt,
    ir,
    effects: ir.effects.map(({ description }) => description),
    predicates: ir.assertions.map(({ predicate }) => predicate),
  };
}

/** An edit that leaves the IR as it is counts as none: then another is tried. */
function applyAny(ir: unknown, groups: Edit[][], random: () => number): Mutation | null {
  const before = JSON.stringify(ir);
  for (const group of drawAll(groups, random)) {
    for (const { path, note, change } of drawAll(group, random)) {
      const draft = structuredClone(ir) as IrDraft;
      change(draft);
      if (JSON.stringify(draft) !== before) return { ir: draft, path, note };
    }
  }
  return null;
}

/** All values, each once, in random order; what is not asked for is not drawn. */
function* drawAll<T>(values: readonly T[], random: () => number): Generator<T> {
  const left = [...values];
  while (left.length > 0) {
    const at = Math.floor(random() * left.length);
    const last = left.length - 1;
    const [drawn, moved] = [left[at], left[last]];
    left.length = last;
    if (drawn === undefined || moved === undefined) return;
    if (at < last) left[at] = moved;
    yield drawn;
  }
}
