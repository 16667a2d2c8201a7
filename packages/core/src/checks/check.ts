import type { CheckSubject } from "./check-subject.ts";
import type { ErrorType } from "./error-types.ts";
import type { Finding } from "./finding.ts";

/** What a person reads about a check, on its page and beside its findings. */
export interface CheckInfo {
  /** snake_case, unique, never reused. */
  id: string;
  errorType: ErrorType;
  /** Raised whenever the check's findings change, so that stored ones are made anew. */
  version: number;
  /** Sentence case, a few words. */
  title: string;
  /** What it looks for and why that matters, in two or three sentences for a reviewer. */
  description: string;
  examples: { flags: CheckExample[]; passes: CheckExample[] };
}

/** A deterministic rule over a prompt and its IR. */
export interface Check extends CheckInfo {
  /** Never throws, whatever the IR holds. The engine adds the check's id and error type. */
  run(subject: CheckSubject): Observation[];
}

export type Observation = Omit<Finding, "check" | "errorType">;

/** A small case of a check: it must be flagged, at `path`, or must pass. */
export interface CheckExample {
  prompt: string;
  ir: ExampleIr;
  /** The whole text of the IR, for cases that no JSON value can show; then `ir` says nothing. */
  raw?: string;
  /** JSON Pointer of the finding; only for cases that must be flagged. */
  path?: string;
}

/** The parts of an IR that matter to an example; `buildExampleIr` fills in the rest. */
export interface ExampleIr {
  summary?: string;
  name?: string;
  /** Name to type hint, in order. */
  parameters?: Record<string, string>;
  returns?: string | null;
  effects?: string[];
  assertions?: string[];
  constraints?: Record<string, unknown>[];
  /** Replaces or adds whole top-level properties, for cases that the fields above cannot say. */
  overrides?: Record<string, unknown>;
}
