import { z } from "zod";
import { ERROR_TYPE_IDS } from "../checks/error-types.ts";
import { storableTextSchema } from "../database/storable-text.ts";

/** How likely a person is to change an IR, 0 to 1, and why. */
export const riskSchema = z.object({
  score: z.number().min(0).max(1),
  reasons: z.array(z.object({ text: z.string(), weight: z.number() })),
});

const checkIdSchema = z.string().regex(/^[a-z][a-z0-9_]{0,99}$/);

/** "Not a problem": what a person says about one finding of a sample. */
export const dismissFindingSchema = z.strictObject({
  sampleId: z.int32().positive(),
  /** The IR version on which the finding was seen. */
  irId: z.uuid(),
  check: checkIdSchema,
  /** Path and message as `nameFinding` gives them. */
  path: storableTextSchema.max(1_000),
  message: storableTextSchema.min(1).max(1_000),
});
export type DismissFinding = z.infer<typeof dismissFindingSchema>;

/** A dismissal, of whatever version of the IR: it holds for equal findings of the whole sample. */
export const dismissalSchema = z.object({
  id: z.uuid(),
  check: z.string(),
  path: z.string(),
  message: z.string(),
  byMe: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** What became of the findings of one check. */
const checkNumbersSchema = z.object({
  check: z.string(),
  /** Samples whose current IR has such a finding. */
  samples: z.int(),
  /** Findings that the review of their IR bore out: corrected away, or the reason of a rejection. */
  confirmed: z.int(),
  /** Findings, each counted once, that somebody called "not a problem". */
  dismissed: z.int(),
});
export type CheckNumbers = z.infer<typeof checkNumbersSchema>;

/** Whether the server can run Python apart from everything else. */
export const sandboxStateSchema = z.discriminatedUnion("isOn", [
  z.object({ isOn: z.literal(true), kind: z.string() }),
  z.object({ isOn: z.literal(false), reason: z.string() }),
]);
export type SandboxState = z.infer<typeof sandboxStateSchema>;

export const checksOverviewSchema = z.object({
  /** Current IRs that the checks of this version have seen. */
  checkedIrs: z.int(),
  waitingIrs: z.int(),
  checks: z.array(checkNumbersSchema),
  /** Of IRs that were made wrong on purpose: how many the checks of their error type caught. */
  recall: z.array(
    z.object({ errorType: z.enum(ERROR_TYPE_IDS), mutated: z.int(), caught: z.int() }),
  ),
  /** Which IRs these were before: of samples that people found good, or of the built-in templates. */
  recallBasis: z.object({ isBuiltIn: z.boolean(), irCount: z.int() }).nullable(),
  sandbox: sandboxStateSchema,
});
export type ChecksOverview = z.infer<typeof checksOverviewSchema>;
