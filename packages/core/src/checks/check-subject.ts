import type { Ir } from "../ir/ir.schema.ts";
import type { ReadEffect } from "./effects/read-effect.ts";
import { readEffects } from "./effects/read-effects.ts";
import type { LedgerEntry } from "./ledger/ledger-entry.ts";
import { readLedger } from "./ledger/read-ledger.ts";
import { listFreeNames, type UsedName } from "./python/list-free-names.ts";
import { parseExpression } from "./python/parse-expression.ts";
import type { ParsedPython } from "./python/python-expression.ts";

/** What checks look at. Everything that is costly to read is read once, when it is first asked for. */
export class CheckSubject {
  private entries: readonly LedgerEntry[] | undefined;
  private readonly predicates: ParsedPython[] = [];
  private readonly names: (readonly UsedName[])[] = [];
  private read: readonly ReadEffect[] | undefined;

  constructor(
    /** Null for an IR without its prompt: then nothing can be said about the prompt. */
    readonly prompt: string | null,
    /** Parts that do not fit the schema are empty, at their index; the schema check names them. */
    readonly ir: Ir,
  ) {}

  /** The predicate of an assertion, parsed as Python. */
  predicate(index: number): ParsedPython {
    return (this.predicates[index] ??= parseExpression(this.ir.assertions[index]?.predicate ?? ""));
  }

  /** The names that a predicate uses; none when it does not parse. */
  namesOf(index: number): readonly UsedName[] {
    const last = this.names[index];
    if (last !== undefined) return last;
    const parsed = this.predicate(index);
    return (this.names[index] = parsed.ok ? listFreeNames(parsed.expression) : []);
  }

  /** What is understood of each effect, at the same index. */
  get effects(): readonly ReadEffect[] {
    this.read ??= readEffects(this.ir);
    return this.read;
  }

  /** The literals and numbers of the prompt with their places in the IR. */
  get ledger(): readonly LedgerEntry[] {
    this.entries ??= this.prompt === null ? [] : readLedger(this.prompt, this.ir);
    return this.entries;
  }
}
