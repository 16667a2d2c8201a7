import { z } from "zod";
import type { EvidenceExample, EvidenceReport } from "./evidence-report.ts";

/** The most of anything that is listed; the counts beside it are complete. */
const MAX_LISTED = 20;

const exampleSchema = z.object({ arguments: z.string(), outcome: z.string() });

/** The part of a report that is kept: counts, and the smallest example of each thing. */
export const evidenceSummarySchema = z.object({
  python: z.string().nullable(),
  ending: z.object({
    kind: z.enum(["running", "finished", "stopped", "crashed"]),
    text: z.string(),
  }),
  inputCount: z.int(),
  implementations: z.array(
    z.object({
      id: z.string(),
      error: z.string().nullable(),
      calls: z.int(),
      raised: z.int(),
      stopped: z.array(z.object({ limit: z.string(), calls: z.int(), text: z.string() })),
      benchmark: z.object({
        passed: z.int(),
        failed: z.int(),
        smallestFailure: exampleSchema.extend({ expected: z.string() }).nullable(),
      }),
      disagreements: z.int(),
      smallestDisagreement: exampleSchema.extend({ referenceOutcome: z.string() }).nullable(),
    }),
  ),
  predicates: z.array(
    z.object({
      predicate: z.string(),
      holds: z.int(),
      fails: z.int(),
      raised: z.int(),
      counterExample: exampleSchema.nullable(),
      error: z.string().nullable(),
    }),
  ),
  mutants: z.object({
    killed: z.int(),
    survived: z.int(),
    equivalent: z.int(),
    survivors: z.array(z.object({ change: z.string(), example: exampleSchema.nullable() })),
  }),
});
export type EvidenceSummary = z.infer<typeof evidenceSummarySchema>;

/** What is stored of a report with its sample: a few kilobytes. */
export function summariseForStorage(report: EvidenceReport): EvidenceSummary {
  return {
    python: report.python,
    ending: report.ending,
    inputCount: report.inputs.length,
    implementations: report.implementations.slice(0, MAX_LISTED).map(summariseImplementation),
    predicates: report.predicates.map((row) => ({
      predicate: row.predicate,
      holds: row.holds,
      fails: row.fails,
      raised: row.raised,
      counterExample: row.counterExample && pickExample(row.counterExample),
      error: row.raises?.error ?? null,
    })),
    mutants: {
      killed: report.mutants.killed,
      survived: report.mutants.survived,
      equivalent: report.mutants.equivalent,
      survivors: report.mutants.survivors.slice(0, MAX_LISTED).map(({ change, example }) => ({
        change,
        example: example && pickExample(example),
      })),
    },
  };
}

function summariseImplementation(
  evidence: EvidenceReport["implementations"][number],
): EvidenceSummary["implementations"][number] {
  const [failure] = evidence.benchmark.failures;
  const disagreement = evidence.smallestDisagreement;
  return {
    id: evidence.id,
    error: evidence.error,
    calls: evidence.calls,
    raised: evidence.raised,
    stopped: evidence.stopped.map(({ limit, calls, text }) => ({ limit, calls, text })),
    benchmark: {
      passed: evidence.benchmark.passed,
      failed: evidence.benchmark.failed,
      smallestFailure: failure ? { ...pickExample(failure), expected: failure.expected } : null,
    },
    disagreements: evidence.disagreements,
    smallestDisagreement: disagreement && {
      ...pickExample(disagreement),
      referenceOutcome: disagreement.referenceOutcome,
    },
  };
}

const pickExample = ({ arguments: text, outcome }: EvidenceExample) => ({
  arguments: text,
  outcome,
});
