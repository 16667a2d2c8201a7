import { z } from "zod";

/** What ended a run, or one call in it, before its time. */
export const EVIDENCE_LIMITS = ["time", "memory", "output", "steps", "recursion"] as const;
export const evidenceLimitSchema = z.enum(EVIDENCE_LIMITS);
export type EvidenceLimit = z.infer<typeof evidenceLimitSchema>;

/** Where an input comes from, for the reader of a counter-example. */
export const INPUT_ORIGINS = ["type", "threshold", "assertion", "stored", "benchmark"] as const;

export const evidenceInputSchema = z.object({
  /** One Python expression for each parameter, such as `float('nan')` or `[True, 1]`. */
  arguments: z.array(z.string()),
  origin: z.enum(INPUT_ORIGINS),
  /** Python expression of the result that a benchmark case expects. */
  expected: z.string().optional(),
});
export type EvidenceInput = z.infer<typeof evidenceInputSchema>;

/** One run of the harness: everything it needs, so that it depends on nothing else. */
export const evidenceRequestSchema = z.object({
  /** The function that each implementation must define. */
  functionName: z.string(),
  parameters: z.array(z.string()),
  /** The first one is the reference; mutants are made of it. */
  implementations: z.array(z.object({ id: z.string(), source: z.string() })).min(1),
  /** Smallest first, so that the first that fails is the smallest counter-example. */
  inputs: z.array(evidenceInputSchema),
  predicates: z.array(z.string()),
  /** 0 makes no mutants. */
  maxMutants: z.int().nonnegative(),
  limits: z.object({
    seconds: z.number().positive(),
    memoryMegabytes: z.int().positive(),
    /** Of everything that the code prints, in characters. */
    outputLength: z.int().positive(),
    /** Lines of Python that one call may execute: the same on every machine, unlike time. */
    stepsPerCall: z.int().positive(),
  }),
});
export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>;

const resultSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("returned"), repr: z.string(), type: z.string() }),
  z.object({ kind: z.literal("raised"), error: z.string(), message: z.string() }),
  z.object({ kind: z.literal("stopped"), limit: evidenceLimitSchema }),
]);
export type CallResult = z.infer<typeof resultSchema>;

/** `unknown`: the call gave no result to judge. */
const predicateOutcomeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("holds") }),
  z.object({ kind: z.literal("fails") }),
  z.object({ kind: z.literal("raised"), error: z.string(), message: z.string() }),
  z.object({ kind: z.literal("unknown") }),
]);
export type PredicateOutcome = z.infer<typeof predicateOutcomeSchema>;

/** What the harness says while it works, one JSON line each, in order. */
export const evidenceEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("started"), python: z.string() }),
  /** `error`: why the source cannot be used; its calls are then left out. */
  z.object({ type: z.literal("implementation"), id: z.string(), error: z.string().nullable() }),
  z.object({
    type: z.literal("call"),
    implementation: z.string(),
    /** Index into the request's inputs. */
    input: z.int(),
    result: resultSchema,
    /** The call changed its own arguments in place. */
    changedArguments: z.boolean(),
    /** In the order of the request's predicates; empty for all but the reference. */
    predicates: z.array(predicateOutcomeSchema),
    /** Equal, in value and type, to what the input expects; null when it expects nothing. */
    asExpected: z.boolean().nullable(),
    /** Equal, in value and type, to the reference's result; true for the reference itself. */
    asReference: z.boolean(),
  }),
  z.object({
    type: z.literal("mutant"),
    /** What was changed: `line 3: < became <=`. */
    change: z.string(),
    line: z.int(),
    /**
     * killed: a predicate fails or the call breaks; survived: it behaves differently and no
     * predicate notices; equivalent: on no input does it behave differently.
     */
    outcome: z.enum(["killed", "survived", "equivalent"]),
    /** Index of the predicate that killed it; null when the call itself broke. */
    killedBy: z.int().nullable(),
    /** Index of the smallest input on which it behaves differently. */
    input: z.int().nullable(),
  }),
  /** What the code printed, cut to its limit. */
  z.object({ type: z.literal("output"), text: z.string(), isCut: z.boolean() }),
  z.object({ type: z.literal("finished") }),
  /** The whole run was ended: by the harness when its time is over, else by its runner. */
  z.object({ type: z.literal("stopped"), limit: evidenceLimitSchema }),
  /** Written by the runner: the interpreter ended without a limit being reached. */
  z.object({ type: z.literal("crashed"), message: z.string() }),
]);
export type EvidenceEvent = z.infer<typeof evidenceEventSchema>;
