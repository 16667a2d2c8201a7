import type { Ir } from "../../ir/ir.schema.ts";
import { type IrText, readIrTexts } from "../ledger/read-ir-texts.ts";

/** What an IR says, in lower case, one text a line: to ask whether it speaks of something. */
export interface Speech {
  readonly effects: string;
  /** Predicates and their rationales. */
  readonly assertions: string;
  /** Effects, assertions, summary and the descriptions of parameters. */
  readonly all: string;
}

const known = new WeakMap<Ir, Speech>();

/** Joins the texts of an IR, each part when it is first asked for. Read once per IR. */
export function readSpeech(ir: Ir): Speech {
  const last = known.get(ir);
  if (last !== undefined) return last;
  const speech = new LazySpeech(readIrTexts(ir));
  known.set(ir, speech);
  return speech;
}

class LazySpeech implements Speech {
  private readonly parts = new Map<string, string>();

  constructor(private readonly texts: readonly IrText[]) {}

  get effects(): string {
    return this.join("effects", ({ area }) => area === "effect");
  }

  get assertions(): string {
    return this.join("assertions", ({ path }) => path.startsWith("/assertions/"));
  }

  get all(): string {
    return this.join("all", ({ area }) => area !== "signature");
  }

  private join(name: string, keep: (text: IrText) => boolean): string {
    const last = this.parts.get(name);
    if (last !== undefined) return last;
    let joined = "";
    for (const text of this.texts) if (keep(text)) joined += `${text.text}\n`;
    const lower = joined.toLowerCase();
    this.parts.set(name, lower);
    return lower;
  }
}
