import { PROMPT_TEMPLATES, type TemplateValues } from "./prompt-templates.ts";

export interface PromptWithIr {
  prompt: string;
  category: string;
  complexity: string;
  /** A schema-valid IR, indented as people write it. */
  irRaw: string;
}

const NOUNS = [
  "order",
  "ticket",
  "invoice",
  "parcel",
  "sensor",
  "booking",
  "comment",
  "refund",
  "voucher",
  "shipment",
  "reading",
  "message",
  "payment",
  "visitor",
  "article",
  "backup",
];
const LITERALS = [
  "too short",
  "none found",
  "invalid",
  "out of range",
  "unknown",
  "n/a",
  "rejected",
  "missing",
  "not enough",
  "empty",
  "overdue",
  "no match",
  "blocked",
  "retry",
  "small",
  "default",
];
const LIMIT_COUNT = 199;

/**
 * A believable prompt with its IR. Another `number` gives another prompt: the texts repeat only
 * after 10 million numbers. Consecutive numbers go through the six categories in turn.
 */
export function makePromptWithIr(number: number, category?: string): PromptWithIr {
  const categories = Object.keys(PROMPT_TEMPLATES);
  const chosen = category ?? pick(categories, number);
  const template = PROMPT_TEMPLATES[chosen] ?? PROMPT_TEMPLATES["control_flow"];
  if (!template) throw new Error("no prompt template");
  const step = category === undefined ? Math.floor(number / categories.length) : number;
  const { prompt, complexity, ir } = template(spread(step));
  return { prompt, category: chosen, complexity, irRaw: JSON.stringify(ir, null, 2) };
}

/** Mixed radix, so that different numbers never give equal values. */
function spread(number: number): TemplateValues {
  let rest = number;
  const next = (size: number) => {
    const digit = rest % size;
    rest = Math.floor(rest / size);
    return digit;
  };
  const noun = pick(NOUNS, next(NOUNS.length));
  const low = 2 + next(LIMIT_COUNT);
  const literal = pick(LITERALS, next(LITERALS.length));
  return { noun, literal, low, high: low + 1 + next(LIMIT_COUNT) };
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}
