import type { Ir } from "../../ir/ir.schema.ts";
import { scanText } from "./scan-text.ts";
import type { TextToken } from "./text-token.ts";

/** The parts of an IR, by how much a literal there says about the behaviour. */
type IrArea = "effect" | "assertion" | "signature" | "constraint" | "comment";

/** One text of an IR, cut into tokens. */
export interface IrText {
  area: IrArea;
  /** JSON Pointer of the text. */
  path: string;
  /** Index among the effects or assertions; 0 elsewhere. */
  index: number;
  text: string;
  /** Cut when they are first asked for. */
  readonly tokens: readonly TextToken[];
}

/** Bounds the work on an IR that is far longer than any for one function. */
const MAX_PARTS = 300;
const MAX_TEXTS = 1000;
const MAX_TEXT_LENGTH = 4000;
const MAX_TOTAL_LENGTH = 80_000;

const known = new WeakMap<Ir, readonly IrText[]>();

/** Every text of an IR in which a literal of the prompt can stand; effects first. Read once per IR. */
export function readIrTexts(ir: Ir): readonly IrText[] {
  const texts = known.get(ir);
  if (texts !== undefined) return texts;
  const read: IrText[] = [];
  let total = 0;
  for (const source of listSources(ir)) {
    if (read.length >= MAX_TEXTS || total >= MAX_TOTAL_LENGTH) break;
    const text = source.text.slice(0, Math.min(MAX_TEXT_LENGTH, MAX_TOTAL_LENGTH - total));
    total += text.length;
    read.push(new LazyText(source.area, source.path, source.index, text));
  }
  known.set(ir, read);
  return read;
}

class LazyText implements IrText {
  private cut: readonly TextToken[] | undefined;

  constructor(
    readonly area: IrArea,
    readonly path: string,
    readonly index: number,
    readonly text: string,
  ) {}

  get tokens(): readonly TextToken[] {
    this.cut ??= scanText(this.text);
    return this.cut;
  }
}

type Source = Omit<IrText, "tokens">;

function listSources(ir: Ir): Source[] {
  const sources: Source[] = [];
  const add = (area: IrArea, path: string, index: number, text: string | null | undefined) => {
    if (text !== null && text !== undefined && text !== "")
      sources.push({ area, path, index, text });
  };
  ir.effects
    .slice(0, MAX_PARTS)
    .forEach(({ description }, index) =>
      add("effect", `/effects/${index}/description`, index, description),
    );
  ir.assertions
    .slice(0, MAX_PARTS)
    .forEach(({ predicate }, index) =>
      add("assertion", `/assertions/${index}/predicate`, index, predicate),
    );
  ir.signature.parameters.slice(0, MAX_PARTS).forEach((parameter, index) => {
    add("signature", `/signature/parameters/${index}/type_hint`, index, parameter.type_hint);
    add("comment", `/signature/parameters/${index}/description`, index, parameter.description);
  });
  add("signature", "/signature/returns", 0, ir.signature.returns);
  add("comment", "/intent/summary", 0, ir.intent.summary);
  add("comment", "/intent/rationale", 0, ir.intent.rationale);
  ir.assertions
    .slice(0, MAX_PARTS)
    .forEach(({ rationale }, index) =>
      add("comment", `/assertions/${index}/rationale`, index, rationale),
    );
  ir.constraints.slice(0, MAX_PARTS).forEach((constraint, index) => {
    add("constraint", `/constraints/${index}/description`, index, constraint.description);
    if (constraint.type !== "position_constraint") return;
    constraint.elements
      .slice(0, MAX_PARTS)
      .forEach((element, position) =>
        add("constraint", `/constraints/${index}/elements/${position}`, index, element),
      );
  });
  return sources;
}
