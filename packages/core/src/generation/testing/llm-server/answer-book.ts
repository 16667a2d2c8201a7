import type { IrDocument } from "../../../prompts/blueprint.ts";
import { buildPromptBlueprint } from "../../../prompts/build-prompt-blueprint.ts";
import { generatePrompts } from "../../../prompts/generate-prompts.ts";
import { hashText } from "../../../prompts/hash-text.ts";
import { SLOT_ANGLES } from "../../request/instructions.ts";
import { writeModelIr } from "../../request/write-model-ir.ts";
import { imagineIr } from "./imagine-ir.ts";
import type { Asked } from "./read-asked.ts";
import type { ServerSettings } from "./settings.ts";

/** Knows the right answers to prompts of the catalogue, and makes something up for the others. */
export class AnswerBook {
  private readonly blueprints = new Map<string, () => IrDocument>();
  private readonly loaded = new Set<string>();

  /** Reads the sets of catalogue prompts that are not there yet. */
  load(catalogue: ServerSettings["catalogue"]): void {
    for (const set of catalogue) {
      const name = `${set.count} ${set.seed}`;
      if (this.loaded.has(name)) continue;
      this.loaded.add(name);
      for (const record of generatePrompts(set).records) {
        this.blueprints.set(record.prompt, () => buildPromptBlueprint(record).ir);
      }
    }
  }

  /** The text of a good reply, in the form of the schema that was sent. */
  answer(asked: Asked): string {
    if (asked.variationCount !== null) return varyPrompt(asked.prompt, asked.variationCount);
    const ir = this.blueprints.get(asked.prompt)?.() ?? imagineIr(asked.prompt);
    const slot = SLOT_ANGLES.findIndex((angle) => angle !== null && asked.userText.includes(angle));
    return writeModelIr(JSON.stringify(slot < 1 ? ir : dropAssertions(ir, slot)));
  }
}

/** Candidates of one prompt must differ, or there is nothing to choose. */
function dropAssertions(ir: IrDocument, slot: number): IrDocument {
  const assertions = ir.assertions ?? [];
  const kept = Math.max(1, assertions.length - slot);
  return { ...ir, assertions: assertions.slice(0, kept) };
}

/** Other numbers and other names, so that no two are alike. */
function varyPrompt(prompt: string, count: number): string {
  const start = hashText(prompt) % 1000;
  const variations = Array.from({ length: count }, (_, index) => {
    const number = start + index * 7 + 3;
    const words = SETTINGS[(start + index) % SETTINGS.length] ?? "";
    return `${words} ${prompt.replace(/\d+/g, (digits) => String(Number(digits) + number))} Values above ${number} give 'over ${number}'.`;
  });
  return JSON.stringify({ variations });
}

const SETTINGS = [
  "For the readings of a weather station:",
  "In the list of a lending library:",
  "For parcels that wait at a counter:",
  "When the marks of a class are entered:",
  "For the tickets of a ferry:",
  "In the log of a lift:",
  "For the seeds of a garden club:",
];
