import { EVIDENCE_CHECKS } from "../checks/evidence-checks.ts";
import type { Finding } from "../checks/finding.ts";
import type { EvidenceReport, PredicateEvidence } from "../evidence/evidence-report.ts";

/** More say the same: that assertions are missing. */
const MAX_MUTANTS = 5;
/** Of a piece of Python in a message, in UTF-16 code units. */
const MAX_QUOTE_LENGTH = 200;

const [PREDICATE_FAILS, MUTANT_SURVIVES] = EVIDENCE_CHECKS;

/** What a run shows about the IR, in the terms of the checks, errors first. */
export function findInReport({ predicates, mutants }: EvidenceReport): Finding[] {
  return [
    ...predicates.flatMap(findFailing),
    ...mutants.survivors.slice(0, MAX_MUTANTS).map(describeSurvivor),
  ];
}

function findFailing({ index, predicate, counterExample }: PredicateEvidence): Finding[] {
  if (counterExample === null) return [];
  const { arguments: input, outcome } = counterExample;
  return [
    {
      check: PREDICATE_FAILS.id,
      errorType: PREDICATE_FAILS.errorType,
      severity: "error",
      path: `/assertions/${index}/predicate`,
      message: `${quote(predicate)} does not hold for ${nameInput(input)}, where the implementation ${describe(outcome)}; correct the assertion, or the implementation`,
    },
  ];
}

function describeSurvivor({ change, example }: EvidenceReport["mutants"]["survivors"][number]) {
  const where = example === null ? "" : `; it shows at ${nameInput(example.arguments)}`;
  return {
    check: MUTANT_SURVIVES.id,
    errorType: MUTANT_SURVIVES.errorType,
    severity: "info" as const,
    path: "/assertions",
    message: `no assertion notices when the implementation is changed at ${quote(change)}${where}: add an assertion for that case`,
  };
}

function nameInput(input: string): string {
  return input === "" ? "a call" : quote(input);
}

/** `returned 5` becomes `` returns `5` ``. */
function describe(outcome: string): string {
  const returned = /^returned ([\s\S]*)$/.exec(outcome)?.[1];
  return returned === undefined ? quote(outcome) : `returns ${quote(returned)}`;
}

function quote(python: string): string {
  const short =
    python.length > MAX_QUOTE_LENGTH ? `${python.slice(0, MAX_QUOTE_LENGTH - 1)}…` : python;
  return `\`${short.replaceAll("`", "'")}\``;
}
