import { defineMutator } from "../define-mutator.ts";
import type { Edit, EditSource, IrDraft } from "../edit.ts";

type Constraint = NonNullable<IrDraft["constraints"]>[number];

const SCALAR = /^(?:int|float|bool|complex)(?: \| None)?$/;
const COLLECTION = /list|dict|set|tuple|str|Sequence|Iterable|Any|bytes/i;
const LOOPING = /\b(?:each|every|all|first|last|loop|go through|for|any|repeat|count|iterate)\b/i;

/** A structural rule that has nothing to do with the function, or that nothing can satisfy. */
export const bogusConstraint = defineMutator("bogus_constraint", (source) => [
  positionsOfNumbers(source).map((constraint) => add(source, constraint)),
  loopsWithoutLoop(source).map((constraint) => add(source, constraint)),
  impossiblePositions(source).map((constraint) => add(source, constraint)),
  [add(source, { type: "return_constraint", value_name: "cached_rows" })],
]);

function add({ ir }: EditSource, constraint: Constraint): Edit {
  const index = ir.constraints.length;
  return {
    path: `/constraints/${index}`,
    note: `a constraint that does not fit: ${JSON.stringify(constraint)}`,
    change: (draft) => {
      draft.constraints = [...(draft.constraints ?? []), constraint];
    },
  };
}

function positionsOfNumbers({ ir }: EditSource): Constraint[] {
  const { parameters } = ir.signature;
  const names = parameters
    .filter(({ type_hint }) => SCALAR.test(type_hint))
    .map(({ name }) => name);
  const [only] = names;
  if (only === undefined) return [];
  const elements = names.length > 1 ? names : [only, "result"];
  const isScalarOnly = SCALAR.test(ir.signature.returns ?? "int");
  if (names.length < 2 && !isScalarOnly) return [];
  return [
    { type: "position_constraint", elements, requirement: "NOT_ADJACENT" },
    { type: "position_constraint", elements, requirement: "MIN_DISTANCE", min_distance: 2 },
    { type: "position_constraint", elements, requirement: "ORDERED" },
  ];
}

function loopsWithoutLoop({ ir, effects }: EditSource): Constraint[] {
  const hasCollection = ir.signature.parameters.some(({ type_hint }) => COLLECTION.test(type_hint));
  if (hasCollection || effects.some((effect) => LOOPING.test(effect))) return [];
  return [
    { type: "loop_constraint", search_type: "FIRST_MATCH", requirement: "EARLY_RETURN" },
    { type: "loop_constraint", search_type: "ALL_MATCHES", requirement: "ACCUMULATE" },
    { type: "loop_constraint", search_type: "LAST_MATCH", loop_variable: "item" },
  ];
}

function impossiblePositions({ ir }: EditSource): Constraint[] {
  const [parameter] = ir.signature.parameters;
  if (parameter === undefined) return [];
  const type = "position_constraint";
  return [
    { type, elements: [], requirement: "ORDERED" },
    { type, elements: ["result"], requirement: "ORDERED" },
    {
      type,
      elements: [parameter.name, "result"],
      requirement: "MAX_DISTANCE",
      min_distance: 5,
      max_distance: 2,
    },
  ];
}
