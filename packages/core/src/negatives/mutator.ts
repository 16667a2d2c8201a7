import type { ErrorType } from "../checks/error-types.ts";

/** A good IR made bad in one place, by one error type. */
export interface Mutation {
  /** A copy; what the slip does not touch is as it was, the order of keys included. */
  ir: unknown;
  /** JSON Pointer to the place of the slip, in the mutated IR. */
  path: string;
  /** What was done, for a person. */
  note: string;
}

/** Makes one kind of error, the way a model makes it. */
export interface Mutator {
  errorType: ErrorType;
  /**
   * Pure: the same arguments and the same numbers of `random` give the same mutation.
   *
   * @returns null when the IR has no place for the error, or does not fit the schema to begin with
   */
  mutate(prompt: string, ir: unknown, random: () => number): Mutation | null;
}
