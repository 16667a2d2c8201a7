/** One step of a JSON Patch (RFC 6902). An `add` whose path ends in `/-` appends to an array. */
export type PatchStep =
  | { op: "add" | "replace"; path: string; value: unknown }
  | { op: "remove"; path: string };

/** A change that takes a finding away and brings no other. */
export interface QuickFix {
  /** What it does, as words on a button: "Mark 'too short' as LITERAL". */
  title: string;
  patch: PatchStep[];
}
