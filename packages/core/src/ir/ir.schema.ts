import { z } from "zod";

/** Counted in code points, as JSON Schema does; `length` counts UTF-16 units. */
const SUMMARY_MIN_LENGTH = 10;

const nameSchema = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const optionalTextSchema = z.string().nullish();

/** Any size: an integer beyond 2^53 is legal JSON, and its spelling lives on in the raw text. */
const integerSchema = z
  .number()
  .refine((value) => Number.isInteger(value), { error: "must be a whole number" })
  .meta({ type: "integer" });

export const HOLE_KINDS = ["intent", "signature", "effect", "assertion", "implementation"] as const;

const typedHoleSchema = z
  .strictObject({
    identifier: z.string().describe("Name of the hole, unique within the IR."),
    type_hint: z.string().describe("Python type of what is missing, for example `str`."),
    description: z.string().default("").describe("What is not decided yet."),
    constraints: z
      .record(z.string(), z.string())
      .default({})
      .describe("What a filling must satisfy: a short name for each condition, with its text."),
    kind: z.enum(HOLE_KINDS).default("intent").describe("The part of the IR that is open."),
  })
  .meta({
    id: "TypedHole",
    description: "An open question. Training data must not contain any.",
  });

const holesSchema = z
  .array(typedHoleSchema)
  .default([])
  .describe("Open questions. Resolve them all before the IR is accepted.");

const intentSchema = z
  .strictObject({
    summary: z
      .string()
      .refine((text) => [...text].length >= SUMMARY_MIN_LENGTH, {
        error: `needs at least ${SUMMARY_MIN_LENGTH} characters`,
      })
      .meta({
        minLength: SUMMARY_MIN_LENGTH,
        description: "What the function is for, in one sentence of at least 10 characters.",
      }),
    rationale: optionalTextSchema.describe("Why the function is wanted."),
    holes: holesSchema,
  })
  .describe("What the function is for, and why.");

const parameterSchema = z
  .strictObject({
    name: nameSchema.describe("Python name: lower-case letters, digits and underscores."),
    type_hint: z.string().describe("Python type expression, for example `list[int] | None`."),
    description: optionalTextSchema.describe(
      "What the argument means, with its unit if it has one.",
    ),
  })
  .meta({ id: "Parameter" });

const signatureSchema = z
  .strictObject({
    name: nameSchema.describe("Function name: lower-case letters, digits and underscores."),
    parameters: z
      .array(parameterSchema)
      .describe("The parameters in order; an empty list when the function takes none."),
    returns: optionalTextSchema.describe("Python type expression that fits every return path."),
    holes: holesSchema,
  })
  .describe("Name, parameters and return type of the function.");

const effectSchema = z
  .strictObject({
    description: z
      .string()
      .describe(
        "One step of the behaviour. Write exact values as LITERAL 'value', and say what each path returns.",
      ),
    holes: holesSchema,
  })
  .meta({ id: "Effect" });

const assertionSchema = z
  .strictObject({
    predicate: z
      .string()
      .describe("A Python expression over the parameters and `result` that must be true."),
    rationale: optionalTextSchema.describe("Which case the predicate covers."),
    holes: holesSchema,
  })
  .meta({ id: "Assertion" });

const metadataSchema = z
  .strictObject({
    source_path: optionalTextSchema.describe("File that the function comes from."),
    language: optionalTextSchema.describe("Programming language of the target, usually `python`."),
    origin: optionalTextSchema.describe("Tool or person that wrote the IR."),
    evidence: z
      .array(z.looseObject({}))
      .optional()
      .describe("Free records that support the IR. Their keys are not checked."),
  })
  .describe("Where the IR comes from.");

const anyConstraintFields = {
  description: optionalTextSchema.describe("The constraint in words."),
  severity: z
    .enum(["error", "warning"])
    .default("error")
    .describe("Whether code that breaks the constraint is wrong (error) or doubtful (warning)."),
};

const returnConstraintSchema = z
  .strictObject({
    type: z.literal("return_constraint"),
    value_name: z.string().describe("Name of the value that is computed and returned."),
    requirement: z
      .enum(["MUST_RETURN", "OPTIONAL_RETURN"])
      .default("MUST_RETURN")
      .describe("Whether every path returns the value."),
    ...anyConstraintFields,
  })
  .meta({ id: "ReturnConstraint", description: "The function returns a named value." });

const loopConstraintSchema = z
  .strictObject({
    type: z.literal("loop_constraint"),
    search_type: z
      .enum(["FIRST_MATCH", "LAST_MATCH", "ALL_MATCHES"])
      .default("FIRST_MATCH")
      .describe("Which of several matching elements count."),
    requirement: z
      .enum(["EARLY_RETURN", "ACCUMULATE", "TRANSFORM"])
      .default("EARLY_RETURN")
      .describe("What the loop does with a match."),
    loop_variable: optionalTextSchema.describe("Name of the element in the loop."),
    ...anyConstraintFields,
  })
  .meta({ id: "LoopConstraint", description: "How the function goes through a collection." });

const positionConstraintSchema = z
  .strictObject({
    type: z.literal("position_constraint"),
    elements: z.array(z.string()).describe("The things whose positions are constrained."),
    requirement: z
      .enum(["NOT_ADJACENT", "ORDERED", "MIN_DISTANCE", "MAX_DISTANCE"])
      .default("NOT_ADJACENT")
      .describe("How the positions must relate."),
    min_distance: integerSchema.default(0).describe("Smallest distance, counted in elements."),
    max_distance: integerSchema.nullish().describe("Largest distance, counted in elements."),
    ...anyConstraintFields,
  })
  .meta({ id: "PositionConstraint", description: "Where elements stand relative to each other." });

const constraintSchema = z.discriminatedUnion("type", [
  returnConstraintSchema,
  loopConstraintSchema,
  positionConstraintSchema,
]);

/**
 * The one definition of an IR. JSON Schemas, the editor's completion and every validator derive
 * from it. Integers and lengths are checked as JSON Schema does, so that all of them agree.
 */
export const irSchema = z
  .strictObject({
    intent: intentSchema,
    signature: signatureSchema,
    effects: z
      .array(effectSchema)
      .default([])
      .describe("The behaviour step by step, in order, every return path included."),
    assertions: z
      .array(assertionSchema)
      .default([])
      .describe("Facts that must hold, edge cases included."),
    metadata: metadataSchema.optional(),
    constraints: z
      .array(constraintSchema)
      .default([])
      .describe("Structural rules that code made from the IR must follow."),
  })
  .describe("Specification of one Python function.");

/** An IR with its defaults filled in. */
export type Ir = z.output<typeof irSchema>;
