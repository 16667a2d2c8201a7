import type { ErrorType } from "../checks/error-types.ts";
import type { Mutation, Mutator } from "./mutator.ts";
import { bogusConstraint } from "./mutators/bogus-constraint.ts";
import { contradiction } from "./mutators/contradiction.ts";
import { missingEdgeCase } from "./mutators/missing-edge-case.ts";
import { missingPythonQuirk } from "./mutators/missing-python-quirk.ts";
import { missingReturnPath } from "./mutators/missing-return-path.ts";
import { prosePredicate } from "./mutators/prose-predicate.ts";
import { schemaInvalid } from "./mutators/schema-invalid.ts";
import { signatureMismatch } from "./mutators/signature-mismatch.ts";
import { undefinedName } from "./mutators/undefined-name.ts";
import { unresolvedHole } from "./mutators/unresolved-hole.ts";
import { vagueEffect } from "./mutators/vague-effect.ts";
import { verboseString } from "./mutators/verbose-string.ts";
import { wrongLiteral } from "./mutators/wrong-literal.ts";
import { wrongOrder } from "./mutators/wrong-order.ts";
import { wrongThreshold } from "./mutators/wrong-threshold.ts";

const MUTATORS: Record<ErrorType, Mutator> = {
  schema_invalid: schemaInvalid,
  verbose_string: verboseString,
  wrong_literal: wrongLiteral,
  missing_python_quirk: missingPythonQuirk,
  missing_edge_case: missingEdgeCase,
  missing_return_path: missingReturnPath,
  wrong_threshold: wrongThreshold,
  wrong_order: wrongOrder,
  signature_mismatch: signatureMismatch,
  undefined_name: undefinedName,
  vague_effect: vagueEffect,
  prose_predicate: prosePredicate,
  contradiction,
  bogus_constraint: bogusConstraint,
  unresolved_hole: unresolvedHole,
};

/**
 * Makes one error of the given type in a copy of a good IR, the way a model makes it.
 *
 * @param ir a JSON value that fits the IR schema; it stays as it is
 * @param random numbers in [0, 1), for example of `createSeededRandom`; they choose the place
 * @returns null when the IR has no place for the error, or does not fit the schema to begin with
 */
export function mutate(
  prompt: string,
  ir: unknown,
  errorType: ErrorType,
  random: () => number,
): Mutation | null {
  return MUTATORS[errorType].mutate(prompt, ir, random);
}
