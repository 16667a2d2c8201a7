import type { IrDocument } from "./blueprint.ts";

/** Name, type hint and meaning of a parameter. */
type ParameterDraft = readonly [name: string, typeHint: string, description: string];
/** A Python expression and the case that it covers. */
export type AssertionDraft = readonly [predicate: string, rationale: string];

export interface IrDraft {
  summary: string;
  rationale?: string;
  name: string;
  parameters: readonly ParameterDraft[];
  returns: string;
  effects: readonly string[];
  assertions: readonly AssertionDraft[];
  constraints?: NonNullable<IrDocument["constraints"]>;
}

/** Turns the short form in which templates state an IR into the document of IR.md section 1. */
export function writeIr(draft: IrDraft): IrDocument {
  const { summary, rationale, name, parameters, returns, effects, assertions, constraints } = draft;
  return {
    intent: { summary, ...(rationale === undefined ? {} : { rationale }) },
    signature: {
      name,
      parameters: parameters.map(([parameter, typeHint, description]) => ({
        name: parameter,
        type_hint: typeHint,
        description,
      })),
      returns,
    },
    effects: effects.map((description) => ({ description })),
    assertions: assertions.map(([predicate, why]) => ({ predicate, rationale: why })),
    metadata: { language: "python", origin: "template" },
    ...(constraints === undefined ? {} : { constraints }),
  };
}
