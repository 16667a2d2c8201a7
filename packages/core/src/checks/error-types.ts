/** The catalogue of IR.md section 3: ids of findings, reasons to reject, kinds of negatives. */
export const ERROR_TYPES = {
  schema_invalid: "Does not fit the IR schema",
  verbose_string: "A literal paraphrased instead of marked LITERAL",
  wrong_literal: "A literal changed, misspelt or missing",
  missing_python_quirk: "A Python quirk that the prompt triggers is not handled",
  missing_edge_case: "An implied edge case is in neither effects nor assertions",
  missing_return_path: "A path without an explicit return, the fall-through included",
  wrong_threshold: "A boundary off by one, or the wrong comparison",
  wrong_order: "Branches or steps in an order that changes the result",
  signature_mismatch:
    "A parameter missing, invented, misordered or mistyped; or a return type that does not fit",
  undefined_name: "An effect or predicate uses a name nobody introduced",
  vague_effect: "An effect that two engineers would implement differently",
  prose_predicate: "A predicate that is not a Python expression",
  contradiction: "Two statements that cannot both hold",
  bogus_constraint: "A constraint that does not fit the function",
  unresolved_hole: "A typed hole left open",
} as const;

export type ErrorType = keyof typeof ERROR_TYPES;
export const ERROR_TYPE_IDS = Object.keys(ERROR_TYPES) as [ErrorType, ...ErrorType[]];
