import type { PromptSource } from "../template.ts";
import { type ExampleMatch, matchExample } from "./match-example.ts";
import type { TemplateProblem } from "./own-template.schema.ts";
import type { ReadSlot } from "./read-slots.ts";
import type { TextPart } from "./read-template-text.ts";

/** Words before the place of a difference that are repeated in the message. */
const SHOWN = 4;

/** Examples that the template does not write, each with where or why it does not. */
export function findExampleProblems(
  examples: readonly string[],
  parts: readonly TextPart[],
  slots: readonly ReadSlot[],
  template: PromptSource,
): TemplateProblem[] {
  return examples.flatMap((example, index) => {
    const path = `/examples/${index}`;
    if (example.trim() === "") return [{ path, message: "this example is blank; remove it" }];
    const match = matchExample(parts, slots, example);
    const message = describe(example, match, template);
    return message === null ? [] : [{ path, message }];
  });
}

function describe(
  example: string,
  { choices, reach, isComplete }: ExampleMatch,
  template: PromptSource,
): string | null {
  if (choices.some((choice) => template.findBrokenRules(choice).length === 0)) return null;
  if (!isComplete) {
    return "this example can be read in too many ways to compare it; use values that differ more";
  }
  const [broken] = choices.flatMap((choice) => template.findBrokenRules(choice));
  if (broken !== undefined) {
    return `the rule \`${broken.message}\` keeps the template from writing this; loosen the rule or change the example`;
  }
  return describeDifference(example, reach);
}

function describeDifference(example: string, reach: number): string {
  const before = example.slice(0, reach).trim().split(" ").slice(-SHOWN).join(" ");
  const advice = "correct the example, the text or the values";
  if (reach >= example.length) return `this example stops too early; ${advice}`;
  if (before === "") return `the template does not begin like this; ${advice}`;
  return `after \`${before}\` the template does not go on like this; ${advice}`;
}
