import type { LedgerEntry } from "./ledger-entry.ts";

/** A literal, number or threshold as the prompt has it, before its places in the IR are known. */
export interface PromptLiteral extends Pick<
  LedgerEntry,
  "start" | "end" | "kind" | "value" | "role" | "comparison"
> {
  /** NaN for everything but numbers. */
  number: number;
  /** One end of a range such as "80-89". */
  isRangeEnd: boolean;
  /** The prompt asks for it as a result: "return 'too short'". */
  isResult: boolean;
  /** The unit word or `%` right after a number, in lower case; empty when there is none. */
  unit: string;
}
