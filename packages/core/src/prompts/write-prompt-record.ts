import { hashText } from "./hash-text.ts";
import type { PromptRecord } from "./prompt-record.ts";
import type { DrawnInstance } from "./template-deck.ts";
import type { PromptSource } from "./template.ts";

/** Writes the prompt of a template instance, with everything that is known about it. */
export function writePromptRecord(
  template: PromptSource,
  { choice, phrasing }: DrawnInstance,
): PromptRecord {
  const names = template.slots.map(({ name, valueNames }, index): [string, string] => [
    name,
    valueNames[choice[index] ?? 0] ?? "",
  ]);
  const instance = JSON.stringify([template.id, names]);
  return {
    prompt: template.writePrompt(choice, phrasing),
    category: template.category,
    complexity: template.rate(choice),
    source: "template",
    template: template.id,
    family: `${template.id}-${hashText(instance).toString(16).padStart(8, "0")}`,
    slots: { ...Object.fromEntries(names), phrasing },
  };
}
