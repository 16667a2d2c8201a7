import type { CallResult, EvidenceLimit } from "./evidence.schema.ts";

/** An input with what came of it, for a person. */
export interface EvidenceExample {
  /** Index into the request's inputs. */
  input: number;
  /** `items=[True, 1], limit=0`; empty for a function without parameters. */
  arguments: string;
  /** `returned 'int'`, `raised TypeError: …`, or the limit that it reached. */
  outcome: string;
}

export type CellKind = "holds" | "fails" | "raised" | "unknown";

export interface PredicateEvidence {
  index: number;
  predicate: string;
  holds: number;
  fails: number;
  raised: number;
  /** The smallest input on which it fails. */
  counterExample: EvidenceExample | null;
  /** The smallest input on which it raises, with the error. */
  raises: (EvidenceExample & { error: string }) | null;
  /** By input of the request; null where the reference was not called. */
  cells: (CellKind | null)[];
}

export interface ImplementationEvidence {
  id: string;
  isReference: boolean;
  /** Why it could not be used. */
  error: string | null;
  /** Fewer than the inputs when the run ended first, or several calls had to be ended by force. */
  calls: number;
  returned: number;
  raised: number;
  /** Calls that changed their own arguments in place. */
  changedArguments: number;
  stopped: { limit: EvidenceLimit; calls: number; text: string; example: EvidenceExample }[];
  benchmark: {
    passed: number;
    failed: number;
    failures: (EvidenceExample & { expected: string })[];
  };
  /** Inputs on which it does something else than the reference. */
  disagreements: number;
  smallestDisagreement: (EvidenceExample & { referenceOutcome: string }) | null;
  /** By input of the request. */
  results: (CallResult | null)[];
}

export interface SurvivingMutant {
  change: string;
  line: number;
  /** The smallest input that would show it, and what the reference does there. */
  example: EvidenceExample | null;
}

/** Everything that a run showed; made anew as events come, so it is right at any moment. */
export interface EvidenceReport {
  python: string | null;
  inputs: { arguments: string; origin: string }[];
  implementations: ImplementationEvidence[];
  predicates: PredicateEvidence[];
  mutants: { killed: number; survived: number; equivalent: number; survivors: SurvivingMutant[] };
  output: { text: string; isCut: boolean } | null;
  /** `text` says in words why a run ended before its time; empty otherwise. */
  ending: { kind: "running" | "finished" | "stopped" | "crashed"; text: string };
}
