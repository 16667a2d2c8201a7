import type { CheckInfo } from "./check.ts";

/** What running an IR against an implementation can show; nothing to look at without a run. */
const NO_EXAMPLES = { flags: [], passes: [] };

/** Findings that no rule makes but a run of the prompt's reference implementation. */
export const EVIDENCE_CHECKS = [
  {
    id: "evidence_predicate_fails",
    errorType: "contradiction",
    version: 1,
    title: "Assertion fails when it is run",
    description:
      "The reference implementation of the prompt was run on inputs drawn from the type hints and thresholds, and this assertion does not hold for one of them. Either the assertion is wrong, or the implementation does something else than the IR says.",
    examples: NO_EXAMPLES,
  },
  {
    id: "evidence_mutant_survives",
    errorType: "missing_edge_case",
    version: 1,
    title: "No assertion notices a changed implementation",
    description:
      "One spot of the reference implementation was changed on purpose, so that it behaves differently, and every assertion still holds. An assertion about the input at which the behaviour differs would notice.",
    examples: NO_EXAMPLES,
  },
] as const satisfies readonly CheckInfo[];
