import { defineMutator } from "../define-mutator.ts";
import type { Edit, IrDraft } from "../edit.ts";

const QUESTIONS = [
  { identifier: "open_question", type_hint: "str", description: "What happens for other input?" },
  { identifier: "edge_case", type_hint: "Any", description: "To be decided with the caller." },
  { identifier: "limit", type_hint: "int", constraints: { range: "greater than 0" } },
];

/** An open question is left where it came up. */
export const unresolvedHole = defineMutator("unresolved_hole", ({ effects, predicates }) => [
  listEdits("/intent/holes", "intent", ({ intent }) => intent),
  listEdits("/signature/holes", "signature", ({ signature }) => signature),
  effects.flatMap((_, index) =>
    listEdits(`/effects/${index}/holes`, "effect", (draft) => draft.effects?.[index]),
  ),
  predicates.flatMap((_, index) =>
    listEdits(`/assertions/${index}/holes`, "assertion", (draft) => draft.assertions?.[index]),
  ),
]);

type Holder = Pick<IrDraft["intent"], "holes">;
type HoleKind = NonNullable<NonNullable<Holder["holes"]>[number]["kind"]>;

function listEdits(
  path: string,
  kind: HoleKind,
  findHolder: (draft: IrDraft) => Holder | undefined,
): Edit[] {
  return QUESTIONS.map((question) => ({
    path: `${path}/0`,
    note: `the hole ${question.identifier} is left open`,
    change: (draft) => {
      const holder = findHolder(draft);
      if (holder !== undefined) holder.holes = [{ ...question, kind }, ...(holder.holes ?? [])];
    },
  }));
}
