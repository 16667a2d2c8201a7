import { checkIr } from "../checks/check-ir.ts";
import type { LedgerEntry } from "../checks/ledger/ledger-entry.ts";
import { irSchema } from "../ir/ir.schema.ts";
import { createVerifier, type Verifier } from "../negatives/create-verifier.ts";
import { makeNegatives } from "../negatives/make-negatives.ts";
import { listEdgeClasses } from "./list-edge-classes.ts";

/** What an answer to one item is measured against; the same for every model. */
export interface Expectation {
  prompt: string;
  /** The reviewed IR, a JSON value. */
  ir: unknown;
  verifier: Verifier;
  ledger: readonly LedgerEntry[];
  /** The prompt gives a value or a threshold. */
  hasLiterals: boolean;
  /** The reviewed IR handles a quirk, and the check notices when that is taken out. */
  hasQuirk: boolean;
  /** What the predicates of the reviewed IR test; null when it has none. */
  edgeClasses: ReadonlySet<string> | null;
}

/**
 * Reads a reviewed item once, before the answers to it are scored. Which metrics apply depends on
 * the item alone, so that all models are measured on the same items.
 */
export function readExpectation(prompt: string, ir: unknown): Expectation {
  const { ledger } = checkIr(prompt, JSON.stringify(ir));
  const parsed = irSchema.safeParse(ir);
  const hasAssertions = parsed.success && parsed.data.assertions.length > 0;
  const withoutQuirk = makeNegatives(
    { prompt, ir },
    { errorTypes: ["missing_python_quirk"], perSample: 1, seed: "evaluation" },
  );
  return {
    prompt,
    ir,
    verifier: createVerifier(prompt, ir),
    ledger,
    hasLiterals: ledger.some(({ role }) => role !== "mention"),
    hasQuirk: withoutQuirk.negatives.length > 0,
    edgeClasses: hasAssertions ? listEdgeClasses(parsed.data, ledger) : null,
  };
}
