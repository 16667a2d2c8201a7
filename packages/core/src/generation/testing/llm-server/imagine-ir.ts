import type { IrDocument } from "../../../prompts/blueprint.ts";
import { hashText } from "../../../prompts/hash-text.ts";

const QUOTED = /'([^'\n]{1,40})'/g;

/** An IR that fits the schema and mentions the values of the prompt; it need not be right. */
export function imagineIr(prompt: string): IrDocument {
  const literals = [...new Set([...prompt.matchAll(QUOTED)].map(([, text]) => text ?? ""))];
  const branches = literals.map((literal) => {
    const value = JSON.stringify(literal);
    return { description: `If str(value) == LITERAL ${value}, return LITERAL ${value}.` };
  });
  return {
    intent: { summary: `Answer by the rules of the description: ${prompt.slice(0, 60)}` },
    signature: {
      name: `answer_${hashText(prompt).toString(36)}`,
      parameters: [{ name: "value", type_hint: "Any", description: "What the rules look at." }],
      returns: "Any",
    },
    effects: [...branches, { description: "Otherwise return value unchanged." }],
    assertions: [
      { predicate: "value is not None or result is None", rationale: "None" },
      { predicate: "value != 0 or result == 0", rationale: "Zero" },
      ...literals.map((literal) => ({
        predicate: `value != ${JSON.stringify(literal)} or result == ${JSON.stringify(literal)}`,
        rationale: "A value of the description",
      })),
    ],
  };
}
