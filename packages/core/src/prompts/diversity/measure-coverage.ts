import { TEMPLATES } from "../catalogue.ts";
import type { PromptRecord } from "../prompt-record.ts";

export interface TemplateCoverage {
  template: string;
  prompts: number;
  /** For each slot how many of its values occur. */
  slots: { slot: string; used: number; values: number }[];
}

/** Which slot values of each template the prompts use. */
export function measureCoverage(records: readonly PromptRecord[]): TemplateCoverage[] {
  return TEMPLATES.map((template) => {
    const own = records.filter((record) => record.template === template.id);
    return {
      template: template.id,
      prompts: own.length,
      slots: template.slots.map(({ name, valueNames }) => ({
        slot: name,
        used: new Set(own.map(({ slots }) => slots[name])).size,
        values: valueNames.length,
      })),
    };
  });
}
